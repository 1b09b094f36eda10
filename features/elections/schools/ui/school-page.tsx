import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { SchoolOnDesk } from "#features/elections/schools/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { PackTag } from "./pack-tag.tsx";
import { formOf } from "./schools-page.tsx";
import { TurnoutBars } from "./turnout-tables.tsx";

export interface SchoolPageProps {
  readonly locale: Locale;
  readonly election: BilingualText;
  /** The school's own address, the council's workspace, and where its codes are printed. */
  readonly home: string;
  readonly desk: string;
  readonly codes: string;
  readonly school: SchoolOnDesk;
  readonly contests: readonly { readonly id: string; readonly name: BilingualText }[];
  /** Open polling places. */
  readonly places: readonly { readonly id: string; readonly name: BilingualText }[];
  /** Why no codes are made now: nobody may, the papers are not made, voting is over; null where they can be. */
  readonly noCodes: "notYours" | "papersFirst" | "over" | null;
  readonly may: { readonly change: boolean; readonly print: boolean; readonly managePlaces: boolean; readonly share: boolean };
  readonly once: string;
  readonly form: RefusedForm;
  readonly done: string | null;
}

/** One school: its turnout, its packs of codes, its polling place and its numbers. */
export function SchoolPage(props: SchoolPageProps) {
  const { locale, election, school, may, form, done } = props;
  const t = messages(locale).schools;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={t.faults} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead kicker={textIn(election, locale).text} title={textIn(school.name, locale).text} />
      </div>
      <Section id="turnout" title={t.one.votes}>
        <TurnoutBars
          locale={locale}
          caption={t.one.votes}
          name={t.yearGroup}
          lines={school.years.map(({ yearGroup, pupils, voted }) => ({ name: t.year({ year: yearGroup }), pupils, voted, share: voted / pupils }))}
          elsewhere={undefined}
        />
      </Section>
      <Packs {...props} />
      <Place {...props} />
      {may.change ? <Numbers locale={locale} school={school} form={formOf(form, "years")} /> : null}
      {may.change && school.packs.length === 0 ? (
        <Section id="leave" title={t.one.leave}>
          <Form className="stack-s" hidden={{ act: "leave" }}>
            <p>{t.one.leaveLead}</p>
            <Button look="danger">{t.one.leaveDo}</Button>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

function Packs({ locale, home, codes, school, contests, noCodes, may, once, form }: SchoolPageProps) {
  const t = messages(locale).schools;
  const f = format(locale);
  const own = formOf(form, "packs");
  const [contest] = contests;
  return (
    <Section id="packs" title={t.one.packs}>
      <div className="stack-l">
        <p>{t.one.packsLead}</p>
        {school.packs.length === 0 ? (
          <p className="muted">{t.one.noPacks}</p>
        ) : (
          <DataTable
            caption={t.one.packs}
            captionLook="hidden"
            stack
            rows={school.packs}
            rowKey={({ batchId }) => batchId}
            columns={[
              { key: "class", header: t.one.class, names: true, cell: ({ batchId, className }) => <a href={`${home}/packs/${batchId}`}>{className}</a> },
              { key: "year", header: t.yearGroup, cell: ({ yearGroup }) => t.year({ year: yearGroup }) },
              { key: "slips", header: t.slips, numeric: true, cell: ({ slips }) => f.number(slips) },
              { key: "voted", header: t.voted, numeric: true, cell: ({ voted }) => f.number(voted) },
              { key: "standing", header: t.one.standing, cell: ({ standing }) => <PackTag locale={locale} standing={standing} /> },
              {
                key: "print",
                header: t.one.print,
                hideHeader: true,
                cell: ({ batchId, className, toPrint, standing }) =>
                  may.print && toPrint > 0 && standing !== "void" ? (
                    <a href={`${codes}/${batchId}`}>
                      {t.one.print}
                      <span className="vh"> {t.one.printAbout({ name: className })}</span>
                    </a>
                  ) : null,
              },
            ]}
          />
        )}
        {noCodes !== null || !contest ? (
          <p className="muted">{t.one[noCodes ?? "over"]}</p>
        ) : (
          <Form className="card stack" hidden={{ act: "packs", once: typed(own, "once", once), ...(contests.length === 1 ? { contest: contest.id } : {}) }}>
            <h3>{t.one.ask}</h3>
            <TextAreaField name="classes" label={t.one.classes} hint={t.one.classesHint} rows={5} value={typed(own, "classes")} error={fieldError(locale, own, "classes", t.faults)} />
            {contests.length === 1 ? null : (
              <SelectField name="contest" label={t.one.contest} options={contests.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} value={typed(own, "contest")} error={fieldError(locale, own, "contest", t.faults)} />
            )}
            <div>
              <Button>{t.one.askDo}</Button>
            </div>
          </Form>
        )}
      </div>
    </Section>
  );
}

function Place({ locale, desk, school, places, may, once, form }: SchoolPageProps) {
  const t = messages(locale).schools.one;
  const own = formOf(form, "place");
  const { place } = school;
  return (
    <Section id="place" title={t.place}>
      <div className="stack">
        <p>{t.placeLead}</p>
        {place === null ? null : (
          <>
            <p>
              {t.placeNow({ name: textIn(place.name, locale).text })} {t.presiding({ count: place.presidingOfficers.length })}
            </p>
            <ul>
              {may.managePlaces ? (
                <li>
                  <a href={`${desk}/places/${place.id}`}>{t.placeOpen}</a>
                </li>
              ) : null}
              {may.share ? (
                <li>
                  <a href={`${desk}/places/${place.id}/device`}>{t.device}</a>
                </li>
              ) : null}
              <li>
                <a href={`${desk}/paper`}>{t.paper}</a>
              </li>
            </ul>
          </>
        )}
        {may.change ? (
          <Form className="stack" hidden={{ act: "place", once: typed(own, "once", once) }}>
            <SelectField
              name="place"
              label={t.place}
              options={[{ value: "", text: t.placeNone }, ...(may.managePlaces ? [{ value: "new", text: t.placeNew }] : []), ...places.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]}
              value={typed(own, "place", place?.id ?? "")}
              error={fieldError(locale, own, "place", messages(locale).schools.faults)}
            />
            <div>
              <Button look="line">{t.placeDo}</Button>
            </div>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

function Numbers({ locale, school, form }: { readonly locale: Locale; readonly school: SchoolOnDesk; readonly form: RefusedForm }) {
  const t = messages(locale).schools;
  return (
    <Section id="numbers" title={t.one.change}>
      <Form className="stack" hidden={{ act: "years" }}>
        <TextAreaField name="years" label={t.yearsLabel} hint={t.yearsHint} rows={6} value={typed(form, "years", school.years.map(({ yearGroup, pupils }) => `${String(yearGroup)}, ${String(pupils)}`).join("\n"))} error={fieldError(locale, form, "years", t.faults)} />
        <div>
          <Button look="line">{t.one.changeDo}</Button>
        </div>
      </Form>
    </Section>
  );
}
