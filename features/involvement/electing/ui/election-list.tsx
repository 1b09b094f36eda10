import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { ElectionStage } from "#domain/elections/stage.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { StageTag } from "#features/elections/ui/stage-tag.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ElectionLine {
  readonly href: string;
  readonly title: BilingualText;
  readonly pollingDay: string;
  readonly stage: ElectionStage;
}

interface ElectionListProps {
  readonly locale: Locale;
  readonly elections: readonly ElectionLine[];
  /** Where one is begun; null for whoever may not, and on the public page. */
  readonly startAddress: string | null;
  /** Where turnouts of elections held before are entered; null for whoever may not. */
  readonly earlierAddress?: string | null;
  /** The page everybody sees. */
  readonly isPublic?: boolean;
}

/** Every election of the council. */
export function ElectionList({ locale, elections, startAddress, earlierAddress = null, isPublic = false }: ElectionListProps) {
  const t = messages(locale).elections;
  return (
    <div className="stack-l">
      <PageHead title={isPublic ? t.title : t.desk.title} lead={isPublic ? t.lead : t.desk.lead} />
      {startAddress === null ? null : (
        <ButtonRow>
          <ButtonLink href={startAddress}>{t.desk.start}</ButtonLink>
        </ButtonRow>
      )}
      {earlierAddress === null ? null : (
        <p>
          <a href={earlierAddress}>{messages(locale).electionEvaluation.earlier.link}</a>
        </p>
      )}
      {elections.length === 0 ? (
        <EmptyState level={2} title={isPublic ? t.none : t.desk.none} />
      ) : (
        <DataTable
          caption={t.desk.title}
          captionLook="hidden"
          stack
          columns={[
            { key: "election", header: t.desk.election, names: true, cell: ({ href, title }: ElectionLine) => <a href={href}>{textIn(title, locale).text}</a> },
            { key: "day", header: t.desk.day, cell: ({ pollingDay }: ElectionLine) => format(locale).date(pollingDay) },
            { key: "stage", header: t.desk.stage, cell: ({ stage }: ElectionLine) => <StageTag locale={locale} stage={stage} /> },
          ]}
          rows={elections}
          rowKey={({ href }) => href}
        />
      )}
    </div>
  );
}
