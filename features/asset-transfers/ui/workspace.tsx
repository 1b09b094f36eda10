import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { messages } from "#i18n/messages.ts";
import { TransferForm, type TransferFormProps } from "./transfer-form.tsx";
import type { TransferToShow } from "./transfers.tsx";

export interface TransferWorkspaceProps {
  readonly locale: Locale;
  readonly address: string;
  readonly transfers: readonly TransferToShow[];
  readonly areas: TransferFormProps["areas"];
  readonly form: RefusedForm;
  readonly once: string;
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** The council's asset transfers as officers see them, and a form for one more. */
export function TransferWorkspace({ locale, address, transfers, areas, form, once, saved, mayEdit }: TransferWorkspaceProps) {
  const t = messages(locale).assetTransfers;
  return (
    <div className="stack-l">
      <PageHead title={t.manage.title} lead={t.manage.lead} />
      {saved ? <Notice kind="good" title={t.manage.saved} answers /> : null}
      {transfers.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={transfers}
          rowKey={({ slug }) => slug}
          columns={[
            { key: "title", header: t.proposed, names: true, cell: ({ slug, title }) => <a href={`${address}/${slug}`}>{textIn(title, locale).text}</a> },
            { key: "organisation", header: t.facts.organisation, cell: ({ organisation }) => organisation },
            { key: "stage", header: t.facts.stage, cell: ({ stage }) => t.stages[stage] },
          ]}
        />
      )}
      {mayEdit ? (
        <Section id="add" title={t.manage.add}>
          <TransferForm locale={locale} form={form} once={once} areas={areas} />
        </Section>
      ) : null}
    </div>
  );
}
