import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { PlaceInView } from "#features/voting/polling-places/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface PlaceListProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly places: readonly PlaceInView[];
  readonly mayManage: boolean;
  /** Places at which this officer may start a shared device. */
  readonly presides: readonly string[];
}

/** Every polling place, who presides there and what one must know to get in. */
export function PlaceList({ locale, desk, places, mayManage, presides }: PlaceListProps) {
  const t = messages(locale).pollingPlaces;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead}>
        {mayManage ? (
          <div className="btns">
            <ButtonLink href={`${desk}/places/new`}>{t.add}</ButtonLink>
          </div>
        ) : null}
      </PageHead>
      {places.length === 0 ? (
        <EmptyState title={t.none} level={2}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          captionLook="hidden"
          stack
          rows={places}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t.name,
              cell: ({ id, name, letters, closed }) => (
                <>
                  {mayManage ? <a href={`${desk}/places/${id}`}>{textIn(name, locale).text}</a> : textIn(name, locale).text} <span className="muted small">{letters}</span> {closed ? <Tag kind="closed">{t.closedTag}</Tag> : null}
                </>
              ),
            },
            { key: "address", header: t.address, cell: ({ address }) => address.replaceAll("\n", ", ") },
            { key: "officers", header: t.officers, cell: ({ officerNames }) => (officerNames.length === 0 ? t.nobody : f.list(officerNames)) },
            { key: "device", header: t.device.title, cell: ({ id, closed }) => (presides.includes(id) && !closed ? <a href={`${desk}/places/${id}/device`}>{t.device.link}</a> : "") },
          ]}
        />
      )}
    </div>
  );
}
