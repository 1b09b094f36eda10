import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { HUSTINGS_REASONS } from "#domain/elections/hustings.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ToModerate } from "#features/elections/hustings/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { becauseOf } from "./ask-page.tsx";
import { Words } from "./hustings-page.tsx";

export interface ModerationDeskProps {
  readonly locale: Locale;
  readonly election: BilingualText;
  /** All of them, in the order of the desk. */
  readonly items: readonly ToModerate[];
  /** The page asked for; the first is 1. */
  readonly page: number;
  /** Address of a page. */
  readonly href: (page: number) => string;
  readonly form: RefusedForm;
  readonly done: string | null;
}

const KINDS = { held: "closing", shown: "done", refused: "closed" } as const;

/** Each of them has a form of its own. */
const ON_PAGE = 25;

/** Questions and answers to be read before everybody reads them, and what was decided about the others. A form that was refused brings its own page back. */
export function ModerationDesk({ locale, election, items, page: asked, href, form, done }: ModerationDeskProps) {
  const { moderation: t, faults } = messages(locale).hustings;
  const pages = Math.max(1, Math.ceil(items.length / ON_PAGE));
  const sent = items.findIndex(({ id }) => id === typed(form, "id"));
  const page = sent >= 0 ? Math.floor(sent / ON_PAGE) + 1 : Math.min(asked, pages);
  const here = items.slice((page - 1) * ON_PAGE, page * ON_PAGE);
  const waiting = here.filter(({ state }) => state === "held");
  const settled = here.filter(({ state }) => state !== "held");
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead kicker={textIn(election, locale).text} title={t.title} lead={t.lead} />
      </div>
      {waiting.length === 0 && page > 1 ? null : (
        <Section id="waiting" title={t.waiting({ count: items.filter(({ state }) => state === "held").length })}>
          {waiting.length === 0 ? <p className="muted">{t.none}</p> : <Items locale={locale} items={waiting} form={form} />}
        </Section>
      )}
      {settled.length === 0 ? null : (
        <Section id="settled" title={t.settled}>
          <Items locale={locale} items={settled} form={form} />
        </Section>
      )}
      <Pagination label={t.pages.label} pageWord={t.pages.word} previous={t.pages.previous} next={t.pages.next} current={page} pages={pages} href={href} />
    </div>
  );
}

function Items({ locale, items, form }: Pick<ModerationDeskProps, "locale" | "items" | "form">) {
  return (
    <div className="stack-l">
      {items.map((item) => (
        <Item key={item.id} locale={locale} item={item} form={typed(form, "id") === item.id ? form : { values: {}, faults: [] }} />
      ))}
    </div>
  );
}

function Item({ locale, item, form }: { readonly locale: Locale; readonly item: ToModerate; readonly form: RefusedForm }) {
  const { moderation: t, asking } = messages(locale).hustings;
  const { answerOf } = item;
  return (
    <Section id={`item-${item.id}`} level={3} surface="card" title={answerOf === null ? t.question({ number: item.number }) : t.answer({ number: item.number, candidate: answerOf.candidate })} beside={<Tag kind={KINDS[item.state]}>{asking.states[item.state]}</Tag>}>
      <div className="stack">
        {answerOf === null ? null : <p className="muted" lang={answerOf.question.lang === locale ? undefined : answerOf.question.lang}>{t.asked({ text: answerOf.question.text })}</p>}
        <Words locale={locale} written={item} />
        <p className="small muted">{t.written({ when: format(locale).dateAndTime(item.writtenAt) })}</p>
        {item.state === "refused" ? <p>{becauseOf(locale, item)}</p> : null}
        {item.own ? <p>{t.own}</p> : item.state === "held" ? <Decide locale={locale} item={item} form={form} /> : item.state === "shown" ? (
          <Details summary={t.takeDown} open={form.faults.length > 0}>
            <Decide locale={locale} item={item} form={form} />
          </Details>
        ) : null}
      </div>
    </Section>
  );
}

function Decide({ locale, item, form }: { readonly locale: Locale; readonly item: ToModerate; readonly form: RefusedForm }) {
  const { moderation: t, reasons, faults } = messages(locale).hustings;
  // Several such forms stand on a page, and the summary of faults leads to the one that was sent.
  const id = (name: string): string => (form.faults.length > 0 ? name : `${name}-${item.id}`);
  return (
    <Form className="stack" hidden={{ what: item.what, id: item.id, read: item.text, ...(item.state === "shown" ? { decision: "refuse" } : {}) }}>
      {item.state === "shown" ? null : (
        <Radios
          name="decision"
          id={id("decision")}
          legend={t.decision}
          compact
          value={typed(form, "decision")}
          error={fieldError(locale, form, "decision", faults)}
          choices={[
            { value: "show", text: t.show },
            { value: "refuse", text: t.refuse },
          ]}
        />
      )}
      <SelectField name="reason" id={id("reason")} label={t.reason} options={[{ value: "", text: t.noReason }, ...HUSTINGS_REASONS.map((reason) => ({ value: reason, text: reasons[reason] }))]} value={typed(form, "reason")} error={fieldError(locale, form, "reason", faults)} />
      <TextAreaField name="note" id={id("note")} label={t.note} hint={t.noteHint} rows={2} value={typed(form, "note")} error={fieldError(locale, form, "note", faults)} />
      <div>
        <Button>{t.save}</Button>
      </div>
    </Form>
  );
}
