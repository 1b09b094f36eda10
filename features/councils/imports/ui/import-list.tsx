import type { Locale } from "#domain/basics/bilingual.ts";
import type { ImportState } from "#domain/councils/file-import.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ImportInView } from "../queries.ts";

const TAGS: Record<ImportState, TagKind> = { waiting: "upcoming", running: "underway", done: "good", refused: "offTrack", failed: "offTrack" };

interface ImportListProps {
  readonly locale: Locale;
  readonly council: string;
  readonly caption: string;
  readonly imports: readonly ImportInView[];
}

/** Files handed over, each leading to what became of it. */
export function ImportList({ locale, council, caption, imports }: ImportListProps) {
  const t = messages(locale).councils.imports;
  const { dateAndTime } = format(locale);
  return (
    <DataTable
      caption={caption}
      captionLook="hidden"
      stack
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        { key: "file", header: t.file, cell: ({ id, fileName }) => <a href={`/${locale}/${council}/manage/imports/${id}`}>{fileName}</a> },
        { key: "when", header: t.when, cell: ({ createdAt }) => dateAndTime(createdAt) },
        { key: "state", header: t.state, cell: (each) => <ImportTag locale={locale} seen={each} /> },
      ]}
    />
  );
}

export function ImportTag({ locale, seen }: { readonly locale: Locale; readonly seen: ImportInView }) {
  const t = messages(locale).councils.imports;
  const offered = seen.state === "waiting" && (seen.kind === "areas" || (seen.kind === "responses" && seen.detail["stage"] === "offered"));
  return <Tag kind={TAGS[seen.state]}>{offered ? t.offered : t.states[seen.state]}</Tag>;
}
