import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { AmendmentState } from "#domain/voting/amendment.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, DateBoxes, Line, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { AmendmentInView } from "#features/involvement/amendments/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface AmendmentsPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly amendments: readonly AmendmentInView[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly personId: string;
  /** Voting is still open. */
  readonly open: boolean;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
  readonly proposed: boolean;
}

const TAGS: Record<AmendmentState, TagKind> = { proposed: "closing", made: "done", declined: "closed", withdrawn: "closed" };

/** Changes of the rules of a running vote: what was proposed, a second person's answer, and the form that proposes another. */
export function AmendmentsPage(props: AmendmentsPageProps) {
  const { locale, welsh, amendments, form, once, open, mayPropose, proposed } = props;
  const t = messages(locale).amendments;
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: {},
    labels: { words: t.words, reason: t.reason, closesOn: t.closesOn, closesTime: t.closesTime },
    faultWords: t.faults,
  };
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={{ ...messages(locale).drafting.faults, ...t.faults }} />
      {proposed ? <Notice kind="good" answers title={t.proposed} /> : null}
      <PageHead title={t.title} lead={t.lead} />
      <div className="prose">
        <p>{t.stays}</p>
        <p>{t.fingerprint}</p>
      </div>
      <Section id="list" title={t.list}>
        {amendments.length === 0 ? (
          <EmptyState level={3} title={t.none}>
            {t.noneMore}
          </EmptyState>
        ) : (
          <div className="stack">
            {amendments.map((amendment) => (
              <Amendment key={amendment.id} {...props} amendment={amendment} />
            ))}
          </div>
        )}
      </Section>
      {!open ? (
        <p>{t.closed}</p>
      ) : mayPropose ? (
        <Section id="propose" title={t.propose} surface="card">
          <Form hidden={{ once: typed(form, "once", once), act: "propose" }}>
            <div className="stack">
              <BothLines kit={kit} name="words" hint={t.wordsHint} />
              <BothParagraphs kit={kit} name="reason" hint={t.reasonHint} />
              <DateBoxes kit={kit} name="closesOn" hint={t.closesHint} />
              <Line kit={kit} name="closesTime" hint={t.closesTimeHint} width="short" />
            </div>
            <ButtonRow>
              <Button>{t.button}</Button>
            </ButtonRow>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

function Amendment({ locale, amendment, personId, open, mayDecide }: AmendmentsPageProps & { readonly amendment: AmendmentInView }) {
  const t = messages(locale).amendments;
  const f = format(locale);
  const { id, words, reason, closesAt, state, proposedById, proposedBy, proposedAt, decidedBy, decidedAt } = amendment;
  const own = proposedById === personId;
  const answer = (value: string, look: "main" | "line", text: string) => (
    <Form hidden={{ act: "answer", amendment: id, answer: value }}>
      <Button look={look}>{text}</Button>
    </Form>
  );
  return (
    <article className="card stack-s" aria-labelledby={`a-${id}`}>
      <div>
        <Tag kind={TAGS[state]}>{t.states[state]}</Tag>
      </div>
      <h3 id={`a-${id}`}>{textIn(words, locale).text}</h3>
      <p>{textIn(reason, locale).text}</p>
      {closesAt ? <p>{t.newClose({ when: f.dateAndTime(closesAt) })}</p> : null}
      <p className="small muted">{t.proposedBy({ name: proposedBy, when: f.dateAndTime(proposedAt) })}</p>
      {decidedBy !== null && decidedAt ? <p className="small muted">{t.decidedBy({ name: decidedBy, when: f.dateAndTime(decidedAt) })}</p> : null}
      {state !== "proposed" || !open ? null : own ? (
        <>
          <p>{t.waits}</p>
          {answer("turn-down", "line", t.withdraw)}
        </>
      ) : mayDecide ? (
        <>
          <p className="muted">{t.makeNote}</p>
          <div className="btns">
            {answer("make", "main", t.make)}
            {answer("turn-down", "line", t.decline)}
          </div>
        </>
      ) : null}
    </article>
  );
}
