import { stringify } from "csv-stringify/sync";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import type { BallotTable } from "#domain/voting/counting/ballot-table.ts";
import { writePabulib } from "#domain/voting/files/pabulib-write.ts";
import { resultOf, type CountSheet, type SideCount } from "#domain/voting/results/count-sheet.ts";
import { downloadNames, publishedBallots, publishesBallots, type PublishedPoll } from "#domain/voting/results/published-ballots.ts";
import type { PollInView } from "#features/voting/polls/queries.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import { randomKey } from "#platform/random.ts";

export interface MadeDownload {
  readonly name: DownloadName;
  readonly contentType: string;
  readonly content: Buffer;
}

/** What is published with a result, by the last part of its address. */
export const DOWNLOADS = {
  "votes.pb": "text/plain; charset=utf-8",
  "votes.blt": "text/plain; charset=utf-8",
  "projects.csv": "text/csv; charset=utf-8",
  "candidates.csv": "text/csv; charset=utf-8",
  "count.json": "application/json; charset=utf-8",
} as const;
export type DownloadName = keyof typeof DOWNLOADS;

export interface CountToPublish {
  readonly poll: PollInView;
  readonly options: readonly PollOption[];
  readonly table: BallotTable;
  readonly sheet: CountSheet;
  readonly beside: readonly SideCount[];
  readonly digest: string;
  readonly ballotsDigest: string;
}

/** Writes the downloads of a count. Voter numbers are drawn here, once; with too few ballots there is no file of ballots. */
export function makeDownloads(scope: SystemScope, counted: CountToPublish): readonly MadeDownload[] {
  const published = publishedPoll(scope, counted);
  const texts: Partial<Record<DownloadName, string>> = {
    "projects.csv": projectsTable(counted),
    "count.json": countSheet(published, counted),
    ...(publishesBallots(counted.sheet.ballots) ? { "votes.pb": ballotsFile(published, counted) } : {}),
  };
  return (Object.keys(texts) as DownloadName[]).map((name) => ({ name, contentType: DOWNLOADS[name], content: Buffer.from(texts[name] ?? "", "utf8") }));
}

function publishedPoll(scope: SystemScope, { poll, options }: CountToPublish): PublishedPoll {
  return {
    question: poll.question.en || poll.question.cy,
    council: scope.council.name.en || scope.council.name.cy,
    ballotKind: poll.ballotKind,
    minChoices: poll.minChoices,
    maxChoices: poll.maxChoices,
    fingerprint: poll.fingerprint,
    opensOn: poll.opensAt ? londonDay(poll.opensAt) : "",
    closesOn: poll.closesAt ? londonDay(poll.closesAt) : "",
    options: options.map(({ number, costPence, title, reference }) => ({ number, costPence: costPence ?? 0, title: title.en || title.cy, reference })),
  };
}

function ballotsFile(published: PublishedPoll, { sheet, table, digest }: CountToPublish): string {
  return writePabulib(publishedBallots(published, sheet, digest, table, distinctNumbers(table.voters)));
}

/** Numbers below 2^48 from the system's chance, each once. */
function distinctNumbers(count: number): readonly number[] {
  const found = new Set<number>();
  while (found.size < count) {
    const bytes = randomKey(6 * (count - found.size));
    for (let at = 0; at < bytes.length; at += 6) found.add(bytes.readUIntBE(at, 6));
  }
  return [...found];
}

function projectsTable({ options, sheet }: CountToPublish): string {
  const names = downloadNames(options);
  const pounds = (pence: number | null | undefined): string => (pence === null || pence === undefined ? "" : (pence / 100).toFixed(2));
  const rows = options.map(({ number, title, costPence }) => {
    const result = resultOf(sheet, number);
    return {
      project_id: names.get(number),
      title_en: title.en,
      title_cy: title.cy,
      cost_pounds: pounds(costPence),
      votes: result?.votes ?? 0,
      points: result?.score ?? 0,
      share_of_voters_percent: sheet.ballots === 0 ? "" : ((100 * (result?.votes ?? 0)) / sheet.ballots).toFixed(2),
      won: result?.funded ? "yes" : "no",
      place: result?.place ?? "",
      reason: result?.reason ?? "",
      supporters_had_at_turn_pounds: pounds(result?.supportersMoneyAtTurn),
      supporters_had_left_pounds: pounds(result?.supportersMoneyLeft === undefined || result.supportersMoneyLeft === null ? null : Math.floor(result.supportersMoneyLeft + 1e-6)),
      payment_per_point_pounds: result?.paymentPerPoint?.value.toFixed(4) ?? "",
      effective_votes: result?.effectiveVotes?.value.toFixed(2) ?? "",
    };
  });
  // A title that begins with = or + must not run in somebody's spreadsheet.
  return stringify(rows, { header: true, bom: true, escape_formulas: true });
}

/** The count sheet with what it takes to check its digest: SHA-256 of {format, rules, ballots, sheet} in canonical JSON. */
function countSheet(published: PublishedPoll, { sheet, beside, digest, ballotsDigest }: CountToPublish): string {
  const names = downloadNames(published.options);
  const projects = published.options.map(({ number, title, costPence }) => ({ number, id: names.get(number), title, costPence }));
  const about = { format: "folkmoot/count/v1", council: published.council, question: published.question, rules: published.fingerprint, digest, projects };
  if (publishesBallots(sheet.ballots)) return canonicalJson({ ...about, ballots: ballotsDigest, sheet, beside });
  const { rule, params, winners, totalCost } = sheet.outcome;
  const totals = sheet.outcome.projects.map(({ id, cost, votes, score, funded, place, reason }) => ({ id, cost, votes, score, funded, place, reason }));
  return canonicalJson({ ...about, totals: { ballots: sheet.ballots, budgetPence: sheet.budgetPence, rule, params, lots: sheet.lots, winners, totalCost, projects: totals } });
}
