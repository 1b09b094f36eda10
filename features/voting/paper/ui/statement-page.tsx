import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { NO_PAPERS, sumOfAccounts, type PaperAccount } from "#domain/voting/paper/account.ts";
import { REJECTION_GROUNDS, type RejectionGround } from "#domain/voting/paper/doubtful.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { BatchInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface StatementPageProps {
  readonly locale: Locale;
  /** This page's own address, for the link that opens the print box. */
  readonly address: string;
  readonly name: string;
  readonly council: BilingualText;
  readonly batches: readonly BatchInView[];
}

interface Column {
  readonly key: string;
  readonly name: string;
  readonly account: PaperAccount;
  readonly accepted: number;
  readonly rejected: number;
}

const LINES = ["printed", "issued", "unused", "damaged", "returned", "spoilt", "notReturned"] as const satisfies readonly (keyof PaperAccount)[];

/** The account of a batch whose pad is still out: all that is known is what was printed and handed out. */
const accountOf = (batch: BatchInView): PaperAccount => batch.account ?? { ...NO_PAPERS, printed: batch.printed, issued: batch.marked + batch.cancelled, spoilt: batch.cancelled, marked: batch.marked };

/** Where every paper of a vote went: by polling place and in all, to be printed and signed. */
export function StatementPage({ locale, address, name, council, batches }: StatementPageProps) {
  const t = messages(locale).paper;
  const f = format(locale);
  const column = (key: string, title: string, of: readonly BatchInView[]): Column => ({
    key,
    name: title,
    account: sumOfAccounts(of.map(accountOf)),
    accepted: of.reduce((sum, { accepted }) => sum + (accepted ?? 0), 0),
    rejected: of.reduce((sum, { rejected }) => sum + (rejected ?? 0), 0),
  });
  const places = [...new Map(batches.map(({ place }) => [place.id, place])).values()];
  const columns = [
    ...(places.length > 1 ? [column("all", t.statement.whole, batches)] : []),
    ...places.map((place) => column(place.id, textIn(place.name, locale).text, batches.filter((batch) => batch.place.id === place.id))),
  ];
  const open = batches.filter(({ stage }) => stage !== "sealed").length;
  const ground = (of: RejectionGround) => batches.reduce((sum, { grounds }) => sum + (grounds[of] ?? 0), 0);
  const reasons = batches.filter(({ reason }) => reason !== "");
  if (batches.length === 0) return <EmptyState title={t.statement.empty} level={2} />;
  return (
    <div className="stack-xl">
      <PageHead kicker={`${textIn(council, locale).text} · ${name}`} title={t.statement.title} lead={t.statement.lead}>
        <p className="noprint">
          <a href={address} data-print="">
            {t.statement.printIt}
          </a>
        </p>
      </PageHead>
      {open > 0 ? <Notice kind="warn" title={t.statement.open({ count: open, shown: f.number(open) })} /> : null}
      {columns.map((place) => (
        <DataTable
          key={place.key}
          caption={place.name}
          captionLook="heading"
          rows={[
            ...LINES.map((line) => ({ line: t.account[line], count: place.account[line] })),
            { line: t.account.accepted, count: place.accepted },
            { line: t.account.rejected, count: place.rejected },
            { line: t.account.marked, count: place.account.marked },
          ]}
          rowKey={({ line }) => line}
          columns={[
            { key: "line", header: t.statement.figure, cell: ({ line }) => line },
            { key: "count", header: place.name, numeric: true, cell: ({ count }) => f.number(count) },
          ]}
        />
      ))}
      <DataTable
        caption={t.statement.rejected}
        captionLook="heading"
        rows={REJECTION_GROUNDS}
        rowKey={(each) => each}
        columns={[
          { key: "ground", header: t.statement.ground, cell: (each) => t.grounds[each] },
          { key: "papers", header: t.statement.figure, numeric: true, cell: (each) => f.number(ground(each)) },
        ]}
      />
      {reasons.length > 0 ? (
        <Section id="reasons" title={t.statement.reasons} prose>
          {reasons.map((batch) => (
            <p key={batch.id}>
              <strong>{batch.code}:</strong> {batch.reason} {t.batch.names({ first: batch.signedBy, second: batch.countersignedBy })}
            </p>
          ))}
        </Section>
      ) : null}
      <p className="printonly">{t.statement.signature}: ______________________________</p>
    </div>
  );
}
