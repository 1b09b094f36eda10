import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { FaultInView, ImportInView } from "../queries.ts";
import { ImportTag } from "./import-list.tsx";
import { columnWords, faultWords } from "./fault-words.ts";

interface ImportViewProps {
  readonly scope: ActorScope;
  readonly seen: ImportInView;
  readonly faults: readonly FaultInView[];
  /** Whether there are faults before and after those shown. */
  readonly more: { readonly before: boolean; readonly after: boolean };
  /** In place of the title and the state: what is offered, and asks for an answer. */
  readonly head?: ReactNode;
  /** In place of the usual figures. */
  readonly figures?: ReactNode;
  /** Where the file was handed over, where that is no list of its kind. */
  readonly back?: string;
}

/** Where the files of each kind are handed over. */
export const IMPORT_LISTS = { areas: "areas", postcodes: "postcodes", "budget-vote": "votes", roll: "rolls", reviews: "votes", responses: "consultations" } as const;

/** What becomes of a file: how far it is, what was kept, and every fault. */
export function ImportView({ scope, seen, faults, more, head, figures: own, back }: ImportViewProps) {
  const t = messages(scope.locale).councils.imports;
  const base = `/${scope.locale}/${scope.council.slug}/manage`;
  return (
    <div className="stack-l">
      {head ?? (
        <>
          <PageHead title={t.title({ file: seen.fileName })} tag={<ImportTag locale={scope.locale} seen={seen} />} />
          <Outcome locale={scope.locale} seen={seen} />
          <Section id="figures" title={t.kinds[seen.kind]} surface="card">
            {own ?? <SummaryList rows={figures(scope.locale, seen)} />}
          </Section>
        </>
      )}
      {faults.length > 0 ? (
        <Section id="faults" title={t.faultsTitle} surface="card">
          <Faults locale={scope.locale} seen={seen} faults={faults} address={`${base}/imports/${seen.id}`} more={more} />
        </Section>
      ) : null}
      <p>
        <a href={back ?? `${base}/${IMPORT_LISTS[seen.kind]}`}>{t.all}</a>
      </p>
    </div>
  );
}

function Outcome({ locale, seen }: { readonly locale: Locale; readonly seen: ImportInView }) {
  const t = messages(locale).councils.imports;
  const { number, percent } = format(locale);
  if (seen.state === "done")
    return (
      <Notice kind="good" title={t.doneTitle} answers>
        {seen.kind === "postcodes" ? t.donePostcodes : seen.kind === "areas" ? t.doneAreas : t.doneOther}
      </Notice>
    );
  if (seen.state === "refused")
    return (
      <Notice kind="bad" title={t.refusedTitle} answers>
        {t.refusedMore}
      </Notice>
    );
  if (seen.state === "failed")
    return (
      <Notice kind="bad" title={t.failedTitle} answers>
        {t.failedMore}
      </Notice>
    );
  const all = seen.bytesAll ?? 0;
  const share = all === 0 ? 0 : Math.min(1, seen.bytesDone / all);
  const words = t.percentDone({ percent: percent(share), rows: number(seen.rowsDone) });
  return (
    <div className="card stack">
      <p>
        <strong>{words}</strong>
      </p>
      <progress value={seen.bytesDone} max={Math.max(all, 1)} aria-label={t.progress}>
        {words}
      </progress>
      <p>{t.leave}</p>
      <p className="small muted">{t.refreshes}</p>
    </div>
  );
}

function figures(locale: Locale, seen: ImportInView) {
  const t = messages(locale).councils.imports;
  const { number, decimal } = format(locale);
  const { detail } = seen;
  const rows: { term: string; answer: string }[] = [{ term: t.rows, answer: number(seen.rowsDone) }];
  const add = (term: string, value: unknown) => {
    if (typeof value === "number") rows.push({ term, answer: number(value) });
  };
  add(t.kept, seen.rowsKept);
  add(t.elsewhere, seen.rowsElsewhere);
  add(t.refused, seen.rowsRefused);
  if (seen.kind === "postcodes") {
    add(t.terminated, detail["terminated"]);
    add(t.added, detail["added"]);
    add(t.moved, detail["moved"]);
    add(t.removed, detail["removed"]);
    if (typeof detail["seconds"] === "number") rows.push({ term: t.seconds, answer: t.secondsValue({ seconds: decimal(detail["seconds"], 1) }) });
  }
  return rows;
}

interface FaultsProps {
  readonly locale: Locale;
  readonly seen: ImportInView;
  readonly faults: readonly FaultInView[];
  readonly address: string;
  readonly more: ImportViewProps["more"];
}

function Faults({ locale, seen, faults, address, more }: FaultsProps) {
  const t = messages(locale).councils.imports;
  const { number } = format(locale);
  return (
    <div className="stack">
      <div className="row row--between">
        <p>{t.faultsCount({ count: seen.rowsRefused, shown: number(seen.rowsRefused) })}</p>
        <ButtonLink small look="line" href={`${address}/faults`}>
          {t.download}
        </ButtonLink>
      </div>
      <DataTable
        caption={t.faultsTitle}
        captionLook="hidden"
        stack
        rows={faults}
        rowKey={({ position }) => String(position)}
        columns={[
          { key: "line", header: isGeography(seen) ? t.feature : t.line, cell: ({ line }) => (line === 0 ? t.wholeFile : number(line)) },
          { key: "column", header: t.column, cell: ({ column }) => columnWords(locale, seen.kind, column) },
          { key: "fault", header: t.fault, cell: (fault) => faultWords(locale, seen.kind, fault) },
          { key: "found", header: t.found, cell: ({ found }) => (found === "" ? t.nothing : <span className="mono">{found}</span>) },
        ]}
      />
      {more.before || more.after ? (
        <ul className="pager">
          {more.before ? (
            <li>
              <a href={`${address}#faults`}>{t.first}</a>
            </li>
          ) : null}
          {more.after ? (
            <li>
              <a href={`${address}?after=${faults.at(-1)?.position ?? 0}#faults`} rel="next">
                {t.next}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** Faults of boundaries count features, those of tables count lines. */
export const isGeography = (seen: ImportInView): boolean => seen.kind === "areas" && !/\.csv$/i.test(seen.fileName);
