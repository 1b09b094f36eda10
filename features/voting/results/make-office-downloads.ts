import { stringify } from "csv-stringify/sync";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { votesFileOf } from "#domain/voting/ballot-box/results-file.ts";
import { bltOfVotes } from "#domain/voting/ballot-box/verify/votes-file.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import type { PollInView } from "#features/voting/polls/queries.ts";
import { DOWNLOADS, type DownloadName, type MadeDownload } from "./make-downloads.ts";

export interface OfficeToPublish {
  readonly poll: PollInView;
  readonly options: readonly PollOption[];
  readonly votes: readonly Vote[];
  readonly sheet: OfficeSheet;
  readonly digest: string;
  readonly ballotsDigest: string;
}

/** Writes the downloads of an election's count: candidates, the count, and the ballots as other programs read them. With too few ballots there is no file of ballots and no stage from which one could be read. */
export function makeOfficeDownloads(scope: SystemScope, counted: OfficeToPublish): readonly MadeDownload[] {
  const { poll, options, votes, sheet } = counted;
  const rule = { id: poll.rule, version: "", parameters: poll.ruleParameters };
  const published = publishesBallots(sheet.ballots);
  const texts: Partial<Record<DownloadName, string>> = {
    "candidates.csv": candidatesTable(counted),
    "count.json": countSheet(scope, counted),
    ...(published && votesFileOf({ rule: { ...rule, parameters: {} }, kind: poll.ballotKind }) === "votes.blt" ? { "votes.blt": bltOfVotes({ question: poll.question, options, rule }, votes) } : {}),
  };
  return (Object.keys(texts) as DownloadName[]).map((name) => ({ name, contentType: DOWNLOADS[name], content: Buffer.from(texts[name] ?? "", "utf8") }));
}

function candidatesTable({ options, sheet }: OfficeToPublish): string {
  const { winners, order } = sheet.outcome;
  const rows = options.map(({ number, title }) => ({
    number,
    name_en: title.en,
    name_cy: title.cy,
    elected: winners.includes(String(number)) ? "yes" : "no",
    order: order === null ? "" : order.indexOf(String(number)) + 1,
  }));
  // A name that begins with = or + must not run in somebody's spreadsheet.
  return stringify(rows, { header: true, bom: true, escape_formulas: true });
}

/** The count with what it takes to check its digest: SHA-256 of {format, rules, ballots, sheet} in canonical JSON. */
function countSheet(scope: SystemScope, { poll, options, sheet, digest, ballotsDigest }: OfficeToPublish): string {
  const candidates = options.map(({ number, title }) => ({ number, title: { ...title } }));
  const about = { format: "folkmoot/count/v1", council: scope.council.name.en || scope.council.name.cy, question: { ...poll.question }, rules: poll.fingerprint, digest, candidates };
  if (publishesBallots(sheet.ballots)) return canonicalJson({ ...about, ballots: ballotsDigest, sheet: { ...sheet } });
  const { rule, params, winners, metrics } = sheet.outcome;
  return canonicalJson({ ...about, totals: { ballots: sheet.ballots, lots: sheet.lots, rule, params, winners, valid: metrics.valid } });
}
