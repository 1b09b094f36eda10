import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { SignGroup } from "#features/consultations/signs/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface SignsPageProps {
  readonly locale: Locale;
  readonly address: string;
  /** Of the register: each response stands below it. */
  readonly register: string;
  readonly groups: readonly SignGroup[];
  readonly search: { readonly askedAt: Date; readonly finishedAt: Date | null; readonly responses: number | null } | null;
  readonly form: RefusedForm;
  /** How it comes out with and without, already drawn. */
  readonly report: ReactNode;
}

/** Responses that came twice, in bursts or from one template, each for a person to judge. */
export function SignsPage({ locale, address, register, groups, search, form, report }: SignsPageProps) {
  const t = messages(locale).signs;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={t.title} lead={t.lead} />
        {search === null ? null : search.finishedAt === null ? (
          <Notice title={t.underWay} answers>
            <p>
              <a href={address}>{t.lookAgain}</a>
            </p>
          </Notice>
        ) : (
          <p>{t.searched({ when: f.dateAndTime(search.finishedAt), count: search.responses ?? 0 })}</p>
        )}
        <Form hidden={{ do: "search" }}>
          <ButtonRow>
            <Button look="line">{t.search}</Button>
          </ButtonRow>
        </Form>
      </div>
      {groups.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        groups.map((group) => <Group key={`${group.kind}-${group.groupKey}`} locale={locale} register={register} group={group} form={form} />)
      )}
      {report}
    </div>
  );
}

function Group({ locale, register, group, form }: { readonly locale: Locale; readonly register: string; readonly group: SignGroup; readonly form: RefusedForm }) {
  const t = messages(locale).signs;
  const f = format(locale);
  const { kind, groupKey, verdict, reason, responses, first, last, example } = group;
  const id = `${kind}-${groupKey}`;
  const mine = typed(form, "kind") === kind && typed(form, "group") === groupKey;
  return (
    <Section
      id={id}
      title={t.group[kind]({ count: responses.length })}
      surface="card"
      beside={<Tag kind={verdict === "undecided" ? "atRisk" : verdict === "apart" ? "closed" : "done"}>{t.verdicts[verdict]}</Tag>}
    >
      <div className="stack">
        <p>{f.date(first) === f.date(last) ? f.date(first) : f.range(first, last)}</p>
        {kind === "campaign" && example !== "" ? (
          <blockquote className="quote">
            <p>{example}</p>
          </blockquote>
        ) : null}
        <Details summary={t.responses}>
          <ul>
            {responses.slice(0, 100).map((response) => (
              <li key={response.id}>
                <a href={`${register}/${response.id}`}>{showReadableCode(response.reference)}</a>
              </li>
            ))}
          </ul>
        </Details>
        <Form hidden={{ do: "judge", kind, group: groupKey }}>
          <div className="stack">
            <Radios
              compact
              name="verdict"
              id={mine ? "verdict" : `verdict-${id}`}
              legend={t.means}
              value={mine ? typed(form, "verdict") : verdict === "undecided" ? undefined : verdict}
              error={mine ? fieldError(locale, form, "verdict", t.faults) : undefined}
              choices={(["stands", "apart"] as const).map((value) => ({ value, text: t.choices[value] }))}
            />
            <TextField name="reason" id={mine ? "reason" : `reason-${id}`} label={t.reason} hint={t.reasonHint} value={mine ? typed(form, "reason") : reason} error={mine ? fieldError(locale, form, "reason", t.faults) : undefined} />
          </div>
          <ButtonRow>
            <Button small>{t.save}</Button>
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}
