import type { ReactNode } from "react";
import { differencesOf, wordRuns, type Difference, type Statement } from "#domain/basics/difference.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** One version as its page tells it. */
export interface VersionInView {
  readonly number: number;
  readonly sha256: string;
  readonly writtenAt: Date;
  /** All that it says, in the reader's language. */
  readonly statements: readonly Statement[];
  /** Who signed it; empty where nobody did. */
  readonly signed: readonly string[];
}

export interface VersionsPageProps {
  readonly locale: Locale;
  /** Where this page stands; each version's file is under it. */
  readonly address: string;
  readonly of: string;
  /** Newest first. */
  readonly versions: readonly VersionInView[];
  /** Signatures whose text was not kept, each in words. */
  readonly lost?: readonly string[];
}

/** Every version of a text, newest first, each with what changed since the one before it; of the older ones that is folded, except on paper. */
export function VersionsPage({ locale, address, of, versions, lost = [] }: VersionsPageProps) {
  const t = messages(locale).versions;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.title({ of })} lead={t.lead}>
        <p className="noprint">
          <a href={address} data-print="">
            {messages(locale).plans.print}
          </a>
        </p>
      </PageHead>
      {versions.map(({ number, sha256, writtenAt, statements, signed }, at) => {
        const before = versions[at + 1];
        return (
          <Section key={number} id={`version-${number}`} title={t.version({ number: f.number(number) })} beside={at === 0 ? <Tag kind="good">{t.now}</Tag> : undefined} className="stack">
            <p className="muted">{t.written({ date: f.dateAndTime(writtenAt) })}</p>
            {signed.length === 0 ? null : (
              <p>
                {t.signed}: {f.list(signed)}
              </p>
            )}
            {before === undefined ? (
              <p>{number === 1 ? t.first : t.firstKept}</p>
            ) : at === 0 ? (
              <Differences locale={locale} caption={t.changes({ number: f.number(before.number) })} differences={differencesOf(before.statements, statements)} />
            ) : (
              <Details summary={t.changes({ number: f.number(before.number) })}>
                <Differences locale={locale} caption={t.changes({ number: f.number(before.number) })} captionLook="hidden" differences={differencesOf(before.statements, statements)} />
              </Details>
            )}
            <div className={at === 0 ? undefined : "noprint"}>
              <Details summary={t.whole}>
                <Statements statements={statements} />
              </Details>
            </div>
            <p className="small muted hash">{t.fingerprint({ hash: sha256 })}</p>
            <p className="small noprint">
              <a href={`${address}/${number}`}>
                {t.file}
                <span className="vh">: {t.version({ number: f.number(number) })}</span>
              </a>{" "}
              <span className="muted">{t.fileHint}</span>
            </p>
          </Section>
        );
      })}
      {lost.length === 0 ? null : (
        <Section id="not-kept" title={t.notKeptTitle} className="stack">
          <p>{t.notKeptLead}</p>
          <ul>
            {lost.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** All that a version says, one thing under the other. */
export const Statements = ({ statements }: { readonly statements: readonly Statement[] }) => <SummaryList rows={statements.map(({ label, value, lang }) => ({ term: label, answer: <span className="whitespace-pre-line" lang={lang}>{value}</span> }))} />;

/** What changed, word by word: what is gone is struck out, what is new is underlined, and both are said to screen readers. */
export function Differences({ locale, caption, captionLook = "small", differences }: { readonly locale: Locale; readonly caption: string; readonly captionLook?: "small" | "hidden"; readonly differences: readonly Difference[] }) {
  const t = messages(locale).versions;
  return (
    <DataTable
      caption={caption}
      captionLook={captionLook}
      stack
      rows={differences}
      rowKey={({ key }) => key}
      columns={[
        { key: "what", header: t.what, names: true, cell: ({ label }) => label },
        { key: "before", header: t.before, cell: (difference) => <Side locale={locale} {...difference} shows="gone" /> },
        { key: "after", header: t.after, cell: (difference) => <Side locale={locale} {...difference} shows="new" /> },
      ]}
    />
  );
}

function Side({ locale, before, after, lang, shows }: Pick<Difference, "before" | "after" | "lang"> & { readonly locale: Locale; readonly shows: "gone" | "new" }): ReactNode {
  const t = messages(locale).versions;
  const text = shows === "gone" ? before : after;
  if (text === null || text === "") return <span className="muted">{t.nothing}</span>;
  const runs = wordRuns(before ?? "", after ?? "").filter(({ kind }) => kind === "same" || kind === shows);
  return (
    <span className="whitespace-pre-line" lang={lang}>
      {runs.map(({ kind, text: words }, at) => {
        if (kind === "same") return <span key={at}>{words}</span>;
        const said = <span className="vh" lang={lang && locale}>{`${shows === "gone" ? t.gone : t.fresh} `}</span>;
        return shows === "gone" ? (
          <del key={at}>
            {said}
            {words}
          </del>
        ) : (
          <ins key={at}>
            {said}
            {words}
          </ins>
        );
      })}
    </span>
  );
}
