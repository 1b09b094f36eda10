import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { StatuteInView } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface StatutesPageProps {
  readonly locale: Locale;
  readonly statutes: readonly StatuteInView[];
  /** For officers: the address of the list, below which each is changed. Null for everybody else. */
  readonly manage?: { readonly address: string; readonly saved: boolean; readonly mayEdit: boolean } | undefined;
}

/** The catalogue of statutory consultations as the council has it. */
export function StatutesPage({ locale, statutes, manage }: StatutesPageProps) {
  const words = messages(locale).duty;
  const t = words.statutes;
  const form = words.desk.statuteForm;
  const say = (text: BilingualText) => textIn(text, locale).text;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {manage?.saved ? <Notice kind="good" title={words.desk.savedStatute} answers /> : null}
      {manage?.mayEdit ? (
        <p>
          <ButtonLink look="line" href={`${manage.address}/new`}>
            {form.add}
          </ButtonLink>
        </p>
      ) : null}
      <DataTable
        caption={t.title}
        captionLook="hidden"
        stack
        rows={statutes}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            header: t.name,
            names: true,
            cell: ({ title, nation, edited, withdrawn }) => (
              <>
                {say(title)}
                <br />
                <span className="small muted">{t.nations[nation]}</span>
                {manage && (edited || withdrawn) ? (
                  <>
                    <br />
                    <Tag kind={withdrawn ? "closed" : "upcoming"}>{withdrawn ? form.withdrawn : form.edited}</Tag>
                  </>
                ) : null}
              </>
            ),
          },
          {
            key: "law",
            header: t.law,
            cell: ({ statute, source, title }) => (
              <>
                {say(statute)}
                <br />
                <a href={source} rel="noopener">
                  {t.read}
                  <span className="vh">: {say(title)}</span>
                </a>
              </>
            ),
          },
          { key: "minimum", header: t.minimum, cell: ({ minimumDays }) => (minimumDays === null ? t.noMinimum : words.weeks({ days: minimumDays })) },
          { key: "consultees", header: t.consultees, cell: ({ consultees }) => say(consultees) },
          ...(manage?.mayEdit
            ? [
                {
                  key: "edit",
                  header: form.edit,
                  hideHeader: true,
                  cell: ({ code, title }: StatuteInView) => (
                    <a href={`${manage.address}/${code}`}>
                      {form.edit}
                      <span className="vh">: {say(title)}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
