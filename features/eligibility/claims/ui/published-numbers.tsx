import type { Locale } from "#domain/basics/bilingual.ts";
import { hideSmallCounts, shownCount, SMALLEST_SHOWN } from "#domain/basics/small-counts.ts";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ClaimNumbers } from "../queries.ts";

export interface PublishedNumbersProps {
  readonly locale: Locale;
  readonly numbers: ClaimNumbers;
  /** Where somebody finds their own request; null when the vote is over. */
  readonly findHref: string | null;
}

/** How requests that a person looked at came out, for everybody: small numbers are hidden as in every published table. */
export function PublishedNumbers({ locale, numbers, findHref }: PublishedNumbersProps) {
  const t = messages(locale).claims.numbers;
  const f = format(locale);
  const outcomes = (["passed", "refused", "voided", "waiting"] as const).map((key) => ({ key, count: numbers[key] }));
  const rows = [{ key: "held" as const, count: shownCount(numbers.held) }, ...hideSmallCounts(outcomes).filter(({ key, count }) => key !== "waiting" || count !== 0)];
  const hidden = rows.some(({ count }) => count === null);
  return (
    <Section id="requests" title={t.title}>
      <p className="mb-4">{numbers.held + numbers.voided === 0 ? t.none : t.lead}</p>
      {numbers.held + numbers.voided === 0 ? null : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "what", header: t.what, cell: ({ key }) => t[key] },
            { key: "how", header: t.how, numeric: true, cell: ({ count }) => (count === null ? t.few : f.number(count)) },
          ]}
        />
      )}
      {hidden ? <p className="small muted mt-4">{t.fewNote({ most: SMALLEST_SHOWN })}</p> : null}
      {findHref === null ? null : (
        <p className="mt-4">
          <a href={findHref}>{t.find}</a>
        </p>
      )}
    </Section>
  );
}
