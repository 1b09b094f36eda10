import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { SchoolOnDesk } from "#features/elections/schools/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { TurnoutBars } from "./turnout-tables.tsx";

export interface SchoolsPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly election: BilingualText;
  readonly pollingDay: CivilDay;
  /** The page's own address. */
  readonly home: string;
  readonly schools: readonly SchoolOnDesk[];
  /** Everybody the roll has marked, from a school or not. */
  readonly voters: number;
  /** Null where no school can join any more, or by this person. */
  readonly join: { readonly once: string; readonly known: readonly BilingualText[] } | null;
  readonly form: RefusedForm;
  readonly done: string | null;
  readonly now: Date;
}

/** The schools of an election with their turnout as it stands, and a form for another. */
export function SchoolsPage({ locale, welsh, election, pollingDay, home, schools, voters, join, form, done, now }: SchoolsPageProps) {
  const t = messages(locale).schools;
  const f = format(locale);
  const nameOf = ({ name }: SchoolOnDesk): string => textIn(name, locale).text;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={t.faults} labels={{ nameEn: t.nameEn, nameCy: t.nameCy, years: t.yearsLabel }} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead kicker={textIn(election, locale).text} title={t.title} lead={t.lead} />
      </div>
      {schools.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <>
          <div className="stack">
            <DataTable
              caption={t.bySchool}
              captionId="by-school"
              captionLook="heading"
              stack
              rows={schools}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "school",
                  header: t.school,
                  names: true,
                  cell: (school) => (
                    <>
                      <a href={`${home}/${school.id}`}>{nameOf(school)}</a>
                      {londonDay(school.joinedAt) === pollingDay ? <span className="small muted"> {t.joinedOnDay}</span> : null}
                    </>
                  ),
                  foot: t.total,
                },
                { key: "pupils", header: t.pupils, numeric: true, cell: ({ pupils }) => f.number(pupils), foot: f.number(sum(schools, ({ pupils }) => pupils)) },
                { key: "slips", header: t.slips, numeric: true, cell: ({ slips }) => f.number(slips), foot: f.number(sum(schools, ({ slips }) => slips)) },
                { key: "voted", header: t.voted, numeric: true, cell: ({ voted }) => f.number(voted), foot: f.number(sum(schools, ({ voted }) => voted)) },
                { key: "turnout", header: t.turnout, numeric: true, cell: ({ voted, pupils }) => f.percent(pupils === 0 ? 0 : voted / pupils), foot: f.percent(sum(schools, ({ voted }) => voted) / Math.max(1, sum(schools, ({ pupils }) => pupils))) },
              ]}
            />
            <p className="small muted">{t.live({ when: f.dateAndTime(now) })}</p>
          </div>
          <Section id="by-year" title={t.byYear}>
            <TurnoutBars locale={locale} caption={t.byYear} name={t.yearGroup} lines={byYear(schools).map((line) => ({ ...line, name: t.year({ year: line.yearGroup }) }))} elsewhere={voters - sum(schools, ({ voted }) => voted)} />
          </Section>
        </>
      )}
      {join === null ? null : <Join locale={locale} welsh={welsh} join={join} form={form} />}
    </div>
  );
}

function Join({ locale, welsh, join, form }: { readonly locale: Locale; readonly welsh: boolean; readonly join: NonNullable<SchoolsPageProps["join"]>; readonly form: RefusedForm }) {
  const t = messages(locale).schools;
  return (
    <Section id="join" title={t.join} surface="card">
      <Form className="stack" hidden={{ once: typed(form, "once", join.once) }}>
        <p>{t.joinLead}</p>
        <TextField name="nameEn" label={t.nameEn} hint={join.known.length === 0 ? undefined : t.known({ names: format(locale).list(join.known.map((name) => textIn(name, locale).text)) })} width="medium" value={typed(form, "nameEn")} error={fieldError(locale, form, "nameEn", t.faults)} />
        {welsh ? <TextField name="nameCy" label={t.nameCy} hint={t.nameCyHint} width="medium" lang="cy" value={typed(form, "nameCy")} error={fieldError(locale, form, "nameCy", t.faults)} /> : null}
        <TextAreaField name="years" label={t.yearsLabel} hint={t.yearsHint} rows={6} value={typed(form, "years")} error={fieldError(locale, form, "years", t.faults)} />
        <div>
          <Button>{t.joinDo}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** A refused form where it is the one with this act; empty fields for the others of the page. */
export const formOf = (form: RefusedForm, act: string): RefusedForm => (typed(form, "act") === act ? form : EMPTY_FORM);

const sum = <T,>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

/** The year groups of all schools together, youngest first. */
function byYear(schools: readonly SchoolOnDesk[]): readonly { readonly yearGroup: number; readonly pupils: number; readonly voted: number; readonly share: number }[] {
  const all = schools.flatMap(({ years }) => years);
  return [...new Set(all.map(({ yearGroup }) => yearGroup))].sort((a, b) => a - b).map((yearGroup) => {
    const here = all.filter((year) => year.yearGroup === yearGroup);
    const [pupils, voted] = [sum(here, (year) => year.pupils), sum(here, (year) => year.voted)];
    return { yearGroup, pupils, voted, share: pupils === 0 ? 0 : voted / pupils };
  });
}
