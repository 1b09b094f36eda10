import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { AssistedVoteInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface AssistedPageProps {
  readonly locale: Locale;
  readonly name: string;
  readonly log: readonly AssistedVoteInView[];
  /** The one this officer is in. */
  readonly underWay: AssistedVoteInView | null;
  /** Where the ballot begins for the person helped; empty where the poll is of no vote. */
  readonly start: string;
  readonly open: boolean;
  readonly form: RefusedForm;
  readonly wiped: boolean;
}

/** Help to vote by telephone or at one's side, and the log of it: never whom, never what. */
export function AssistedPage({ locale, name, log, underWay, start, open, form, wiped }: AssistedPageProps) {
  const t = messages(locale).paper;
  const f = format(locale);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-xl">
        <PageHead kicker={name} title={t.assisted.title} lead={t.assisted.lead} />
        {wiped ? <Notice kind="good" title={t.assisted.wiped} answers /> : null}
        {underWay ? (
          <Section id="end" title={t.assisted.finish} surface="card">
            <p>{t.assisted.note}</p>
            <p>
              <ButtonLink href={start} look="line" forward>
                {t.assisted.openBallot}
              </ButtonLink>
            </p>
            <Form hidden={{ act: "end", assisted: underWay.id }}>
              <ButtonRow>
                <Button name="outcome" value="cast">
                  {t.assisted.cast}
                </Button>
                <Button name="outcome" value="not-cast" look="line">
                  {t.assisted.notCast}
                </Button>
              </ButtonRow>
            </Form>
          </Section>
        ) : open ? (
          <Form className="card stack" hidden={{ act: "begin" }}>
            <Radios
              name="way"
              legend={t.assisted.way}
              compact
              value={typed(form, "way")}
              error={fieldError(locale, form, "way", t.faults)}
              choices={(["telephone", "in-person"] as const).map((way) => ({ value: way, text: t.assisted.ways[way] }))}
            />
            <div>
              <Button>{t.assisted.begin}</Button>
            </div>
          </Form>
        ) : (
          <p className="muted">{t.assisted.closed}</p>
        )}
        {log.length === 0 ? (
          <EmptyState title={t.assisted.none} level={2} />
        ) : (
          <DataTable
            caption={t.assisted.caption}
            captionLook="heading"
            stack
            rows={log}
            rowKey={({ id }) => id}
            columns={[
              { key: "when", header: t.assisted.when, cell: ({ begunAt }) => f.dateAndTime(begunAt) },
              { key: "who", header: t.assisted.who, cell: ({ officer }) => officer },
              { key: "how", header: t.assisted.how, cell: ({ way }) => t.assisted.ways[way] },
              { key: "result", header: t.assisted.result, cell: ({ outcome }) => t.assisted.outcome[outcome] },
            ]}
          />
        )}
      </div>
    </>
  );
}
