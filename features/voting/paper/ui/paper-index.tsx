import type { Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface PaperIndexProps {
  readonly locale: Locale;
  /** The workspace's address. */
  readonly desk: string;
  readonly polls: readonly { readonly id: string; readonly name: string; readonly closesAt: Date | null; readonly batches: number; readonly open: number }[];
}

/** Every vote that has paper, or may have. */
export function PaperIndex({ locale, desk, polls }: PaperIndexProps) {
  const t = messages(locale).paper;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead}>
        <div className="btns">
          <ButtonLink href={`${desk}/places`} look="line" icon="place">
            {t.places}
          </ButtonLink>
        </div>
      </PageHead>
      {polls.length === 0 ? (
        <EmptyState title={t.index.none} level={2}>
          {t.index.noneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.index.caption}
          captionLook="hidden"
          stack
          rows={polls}
          rowKey={({ id }) => id}
          columns={[
            { key: "vote", header: t.index.vote, cell: ({ id, name }) => <a href={`${desk}/paper/${id}`}>{name}</a> },
            { key: "closes", header: t.index.closes, cell: ({ closesAt }) => (closesAt ? f.date(closesAt) : "") },
            { key: "batches", header: t.index.batches, numeric: true, cell: ({ batches }) => f.number(batches) },
            { key: "open", header: t.index.open, numeric: true, cell: ({ open }) => f.number(open) },
          ]}
        />
      )}
    </div>
  );
}
