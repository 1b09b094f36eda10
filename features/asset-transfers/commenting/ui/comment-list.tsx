import type { Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { DoneNotice } from "#features/asset-transfers/ui/transfers.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { Comments } from "../queries.ts";
import { writerOf } from "./comments.tsx";

const SIGHTS = { waiting: "notYet", shown: "done", removed: "closed" } as const;

/** Every comment with what was done about it, what waits for a look first; each leads to its form. */
export function CommentList({ locale, address, comments, saved }: { readonly locale: Locale; readonly address: string; readonly comments: Comments; readonly saved: boolean }) {
  const t = messages(locale).transferComments;
  const { savedTitle, saved: isSaved } = messages(locale).assetTransfers.manage;
  return (
    <div className="stack-l">
      {saved ? <DoneNotice title={savedTitle}>{isSaved}</DoneNotice> : null}
      <PageHead title={t.forms["comment-look"].title} lead={t.forms["comment-look"].lead} />
      {comments.comments.length === 0 ? (
        <EmptyState level={2} title={t.desk.none} />
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={comments.comments}
          rowKey={({ id }) => id}
          columns={[
            { key: "who", header: t.fields.theirName, names: true, cell: (comment) => <a href={`${address}?comment=${comment.id}`}>{writerOf(locale, comment)}</a> },
            { key: "view", header: t.fields.theirView, cell: ({ view }) => t.views[view] },
            { key: "sent", header: t.fields.sentOn, cell: ({ sentOn }) => format(locale).date(sentOn) },
            {
              key: "sight",
              header: messages(locale).assetTransfers.ours.state,
              cell: ({ sight, reported, appeal }) => (appeal !== null ? <Tag kind="atRisk">{t.desk.appealed}</Tag> : reported === null ? <Tag kind={SIGHTS[sight]}>{t.desk.sights[sight]}</Tag> : <Tag kind="atRisk">{t.desk.reported({ reason: t.reasons[reported] })}</Tag>),
            },
          ]}
        />
      )}
      <Pagination label={t.pages} pageWord={t.page} current={comments.page} pages={comments.pages} href={(page) => `${address}?page=${String(page)}`} previous={t.previous} next={t.next} />
    </div>
  );
}
