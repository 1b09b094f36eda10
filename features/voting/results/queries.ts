import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCountRuns, pollCounts, pollDownloads, pollLots } from "#db/schema/voting/results.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { hideSmallCounts, type ShownCount } from "#domain/basics/small-counts.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import type { ActorScope, AnyScope, SystemScope } from "#domain/councils/scope.ts";
import { AGE_BANDS, type AgeBand } from "#domain/eligibility/age.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import type { BallotKind, Channel, PollState } from "#domain/voting/poll.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import type { CountRunState } from "#domain/voting/results/count-run.ts";
import type { CountSheet, SideCount } from "#domain/voting/results/count-sheet.ts";
import { isOfficeSheet, type OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { publishTurnout, type AreaMarks, type PublishedTurnout } from "#domain/voting/results/turnout.ts";
import { getPaperOfPoll, type PaperOfPoll } from "#features/voting/paper/queries.ts";
import { findHoldersOfPoll, type HoldersOfPoll } from "#features/voting/key-holders/queries.ts";
import { countReissues } from "#features/voting/reissues/queries.ts";
import { getPoll, listPollOptions, optionsOfPolls, type PollInView } from "#features/voting/polls/queries.ts";
import { countBallots } from "./read-ballots.ts";

/** A result that has been declared, whole. */
export interface DeclaredResult {
  readonly ballotKind: BallotKind;
  readonly options: readonly PollOption[];
  readonly sheet: CountSheet;
  /** The same ballots by the rules that were not agreed. */
  readonly beside: readonly SideCount[];
  readonly digest: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly lots: readonly LotsDrawn[];
  readonly downloads: readonly DownloadInView[];
}

export interface DownloadInView {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface LotsDrawn {
  readonly lotOrder: readonly number[];
  readonly witness: string;
  readonly drawnAt: Date;
}

/** What everybody may know of a poll's result. Until it is declared that is only how far the count is. */
export interface ResultInView {
  readonly pollId: string;
  readonly state: PollState;
  readonly closesAt: Date | null;
  /** The count has met a tie that only lots can decide. */
  readonly lotsAwaited: boolean;
  readonly declared: DeclaredResult | null;
}

/** The result of a poll as residents see it; 404 for another council's poll. */
export async function getResult(scope: AnyScope, pollId: string): Promise<ResultInView> {
  const poll = await getPoll(scope, pollId);
  const [run] = await database().select({ state: pollCountRuns.state }).from(pollCountRuns).where(eq(pollCountRuns.pollId, pollId));
  return {
    pollId,
    state: poll.state,
    closesAt: poll.closesAt,
    lotsAwaited: poll.state === "closed" && run?.state === "lots-required",
    declared: poll.state === "declared" ? await getDeclared(scope, poll) : null,
  };
}

/** How a poll ended, in the few figures that a list shows. */
export interface OutcomeInView extends Omit<ResultInView, "declared"> {
  readonly declared: { readonly winners: number; readonly spentPence: number; readonly budgetPence: number; readonly ballots: number; readonly declaredAt: Date } | null;
}

/** How each of these polls ended, by its id; in one statement, however many there are. */
export async function listOutcomes(scope: AnyScope, pollIds: readonly string[]): Promise<ReadonlyMap<string, OutcomeInView>> {
  if (pollIds.length === 0) return new Map();
  const rows = await database()
    .select({
      pollId: polls.id,
      state: polls.state,
      closesAt: polls.closesAt,
      run: pollCountRuns.state,
      budgetPence: polls.budgetPence,
      winners: sql<number | null>`cardinality(${pollCounts.winners})`,
      spentPence: pollCounts.spentPence,
      ballots: pollCounts.ballotsCounted,
      declaredAt: pollCounts.publishedAt,
    })
    .from(polls)
    .leftJoin(pollCountRuns, eq(pollCountRuns.pollId, polls.id))
    .leftJoin(pollCounts, and(eq(pollCounts.pollId, polls.id), eq(pollCounts.official, true), isNotNull(pollCounts.publishedAt), eq(polls.state, "declared")))
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds])));
  return new Map(
    rows.map(({ pollId, state, closesAt, run, budgetPence, winners, spentPence, ballots, declaredAt }) => [
      pollId,
      {
        pollId,
        state,
        closesAt,
        lotsAwaited: state === "closed" && run === "lots-required",
        declared: declaredAt === null ? null : { winners: winners ?? 0, spentPence: spentPence ?? 0, budgetPence: budgetPence ?? 0, ballots: ballots ?? 0, declaredAt },
      },
    ]),
  );
}

/** A project that won, in the few figures that a list of several polls shows. */
export interface WinnerInView {
  readonly pollId: string;
  readonly option: number;
  readonly votes: number;
  readonly costPence: number;
}

/** The winners of declared polls, each poll's in the order they won; in one statement. */
export async function listWinners(scope: AnyScope, pollIds: readonly string[]): Promise<readonly WinnerInView[]> {
  if (pollIds.length === 0) return [];
  const rows = await database().execute<{ poll_id: string; option: number; votes: number; cost: string }>(sql`
    select c.poll_id, (p ->> 'id')::integer as option, (p ->> 'votes')::integer as votes, p ->> 'cost' as cost
    from poll_counts c join polls o on o.id = c.poll_id and o.state = 'declared', jsonb_array_elements(c.sheet #> '{outcome,projects}') p
    where c.council_id = ${scope.council.id} and c.official and c.published_at is not null
      and c.poll_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(pollIds)}::text::jsonb)) and (p ->> 'funded')::boolean
    order by c.poll_id, (p ->> 'place')::integer nulls last, option`);
  return rows.map(({ poll_id: pollId, option, votes, cost }) => ({ pollId, option, votes, costPence: Number(cost) }));
}

async function getDeclared(scope: AnyScope, poll: PollInView): Promise<DeclaredResult> {
  const [counts, beside, options, lots, downloads] = await Promise.all([listCounts(scope, poll.id), listBeside(scope, poll.id), listPollOptions(scope, poll.id), listLotsDrawn(scope, poll.id), listDownloads(scope, poll.id)]);
  const official = found(counts.find(({ publishedAt }) => publishedAt !== null), "declared count");
  return {
    ballotKind: poll.ballotKind,
    options,
    sheet: official.sheet,
    beside,
    digest: official.digest,
    declaredAt: found(official.publishedAt, "declaration"),
    declaredBy: official.publishedBy,
    lots,
    downloads,
  };
}

/** An election's result that has been declared, whole. */
export interface DeclaredOffice {
  readonly ballotKind: BallotKind;
  readonly options: readonly PollOption[];
  readonly sheet: OfficeSheet;
  readonly digest: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly lots: readonly LotsDrawn[];
  readonly downloads: readonly DownloadInView[];
}

/** The result of an election's poll; until it is declared that is only how far the count is. */
export type OfficeResult = Omit<ResultInView, "declared"> & { readonly declared: DeclaredOffice | null };

/** The result of each of these polls of elections as residents see it, by its id; those of another council are not in it. As many statements for all of them as for one. */
export async function listOfficeResults(scope: AnyScope, pollIds: readonly string[]): Promise<ReadonlyMap<string, OfficeResult>> {
  if (pollIds.length === 0) return new Map();
  const rows = await database()
    .select({ pollId: polls.id, ballotKind: polls.ballotKind, state: polls.state, closesAt: polls.closesAt, run: pollCountRuns.state })
    .from(polls)
    .leftJoin(pollCountRuns, eq(pollCountRuns.pollId, polls.id))
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds])));
  const ended = rows.flatMap(({ pollId, state }) => (state === "declared" ? [pollId] : []));
  const [counts, options, lots, downloads] = await Promise.all([keptOf(scope, ended), optionsOfPolls(scope, ended), lotsOf(scope, ended), downloadsOf(scope, ended)]);
  return new Map(
    rows.map(({ pollId, ballotKind, state, closesAt, run }): readonly [string, OfficeResult] => {
      const about = { pollId, state, closesAt, lotsAwaited: state === "closed" && run === "lots-required" };
      if (state !== "declared") return [pollId, { ...about, declared: null }];
      const { sheet, digest, publishedAt, publishedBy } = found(officesIn(counts.get(pollId)).find((count) => count.publishedAt !== null), "declared count");
      const declared = { ballotKind, options: options.get(pollId) ?? [], sheet, digest, declaredAt: found(publishedAt, "declaration"), declaredBy: publishedBy, lots: lots.get(pollId) ?? [], downloads: downloads.get(pollId) ?? [] };
      return [pollId, { ...about, declared }];
    }),
  );
}

/** One of them; 404 for another council's poll. */
export async function getOfficeResult(scope: AnyScope, pollId: string): Promise<OfficeResult> {
  return found((await listOfficeResults(scope, [pollId])).get(pollId), "poll");
}

/** A count of an election. */
export interface OfficeCountInView extends Omit<CountInView, "sheet"> {
  readonly sheet: OfficeSheet;
}

export interface CountInView {
  readonly id: string;
  readonly sheet: CountSheet;
  readonly digest: string;
  readonly countedAt: Date;
  readonly publishedAt: Date | null;
  readonly publishedBy: string;
}

type CountKept = Omit<CountInView, "sheet"> & { readonly sheet: CountSheet | OfficeSheet };

const listCounts = async (scope: AnyScope, pollId: string): Promise<readonly CountInView[]> => ((await keptOf(scope, [pollId])).get(pollId) ?? []).flatMap(({ sheet, ...count }) => (isOfficeSheet(sheet) ? [] : [{ ...count, sheet }]));

const listOfficeCounts = async (scope: AnyScope, pollId: string): Promise<readonly OfficeCountInView[]> => officesIn((await keptOf(scope, [pollId])).get(pollId));

const officesIn = (kept: readonly CountKept[] = []): readonly OfficeCountInView[] => kept.flatMap(({ sheet, ...count }) => (isOfficeSheet(sheet) ? [{ ...count, sheet }] : []));

type ByPoll<T> = ReadonlyMap<string, readonly T[]>;

const byPoll = <Row extends { readonly pollId: string }, T>(rows: readonly Row[], of: (row: Row) => T): ByPoll<T> => new Map([...Map.groupBy(rows, ({ pollId }) => pollId)].map(([id, own]) => [id, own.map(of)]));

async function keptOf(scope: AnyScope, pollIds: readonly string[]): Promise<ByPoll<CountKept>> {
  const rows = await database()
    .select()
    .from(pollCounts)
    .where(and(eq(pollCounts.councilId, scope.council.id), inArray(pollCounts.pollId, [...pollIds]), eq(pollCounts.official, true)))
    .orderBy(desc(pollCounts.countedAt));
  return byPoll(rows, ({ id, sheet, digest, countedAt, publishedAt, publishedBy }) => ({
    id,
    // Only keepCounts writes sheets, and a new version of one gets a new number.
    sheet: sheet as CountSheet | OfficeSheet,
    digest: digest.toString("hex"),
    countedAt,
    publishedAt,
    publishedBy,
  }));
}

/** The same ballots by the other rules. */
async function listBeside(scope: AnyScope, pollId: string): Promise<readonly SideCount[]> {
  const rows = await database()
    .select({ sheet: pollCounts.sheet })
    .from(pollCounts)
    .where(and(eq(pollCounts.councilId, scope.council.id), eq(pollCounts.pollId, pollId), eq(pollCounts.official, false)))
    .orderBy(asc(pollCounts.rule));
  return rows.map(({ sheet }) => sheet as SideCount);
}

const listLotsDrawn = async (scope: AnyScope, pollId: string): Promise<readonly LotsDrawn[]> => (await lotsOf(scope, [pollId])).get(pollId) ?? [];

async function lotsOf(scope: AnyScope, pollIds: readonly string[]): Promise<ByPoll<LotsDrawn>> {
  const rows = await database()
    .select({ pollId: pollLots.pollId, lotOrder: pollLots.lotOrder, witness: pollLots.witness, drawnAt: pollLots.drawnAt })
    .from(pollLots)
    .where(and(eq(pollLots.councilId, scope.council.id), inArray(pollLots.pollId, [...pollIds])))
    .orderBy(asc(pollLots.drawnAt));
  return byPoll(rows, ({ lotOrder, witness, drawnAt }) => ({ lotOrder, witness, drawnAt }));
}

const listDownloads = async (scope: AnyScope, pollId: string): Promise<readonly DownloadInView[]> => (await downloadsOf(scope, [pollId])).get(pollId) ?? [];

async function downloadsOf(scope: AnyScope, pollIds: readonly string[]): Promise<ByPoll<DownloadInView>> {
  const rows = await database()
    .select({ pollId: pollDownloads.pollId, name: pollDownloads.name, bytes: sql<number>`octet_length(${pollDownloads.content})`, sha256: pollDownloads.sha256 })
    .from(pollDownloads)
    .where(and(eq(pollDownloads.councilId, scope.council.id), inArray(pollDownloads.pollId, [...pollIds])))
    .orderBy(desc(pollDownloads.name));
  return byPoll(rows, ({ name, bytes, sha256 }) => ({ name, bytes, sha256: sha256.toString("hex") }));
}

/** One file of a declared result and the SHA-256 it is known by; null before the declaration and where there is no such file. */
export async function findDownload(scope: AnyScope, pollId: string, name: string): Promise<{ readonly sha256: string; readonly contentType: string; readonly read: () => Promise<Buffer> } | null> {
  const here = and(eq(pollDownloads.councilId, scope.council.id), eq(pollDownloads.pollId, pollId), eq(pollDownloads.name, name));
  const [row] = await database()
    .select({ sha256: pollDownloads.sha256, contentType: pollDownloads.contentType })
    .from(pollDownloads)
    .innerJoin(polls, and(eq(polls.id, pollDownloads.pollId), eq(polls.state, "declared")))
    .where(here);
  if (!row) return null;
  const read = async (): Promise<Buffer> => found((await database().select({ content: pollDownloads.content }).from(pollDownloads).where(here))[0], "download").content;
  return { sha256: row.sha256.toString("hex"), contentType: row.contentType, read };
}

export interface RunInView {
  readonly state: CountRunState;
  readonly stopAsked: boolean;
  readonly ballotsExpected: number;
  readonly ballotsRead: number;
  readonly rule: string;
  readonly steps: number;
  readonly tied: readonly number[];
  readonly startedAt: Date;
  readonly changedAt: Date;
}

/** Everything the returning officer works with. Counts are in it only once the poll is closed: nobody sees a tally before. */
export interface CountDesk {
  readonly poll: PollInView;
  /** Whether the person may see what was counted; else there are no counts, ties, lots or downloads here. */
  readonly seesCount: boolean;
  readonly options: readonly PollOption[];
  readonly run: RunInView | null;
  /** Official counts, the newest first. */
  readonly counts: readonly CountInView[];
  /** The same of an election; one of the two is always empty. */
  readonly offices: readonly OfficeCountInView[];
  readonly beside: readonly SideCount[];
  readonly lots: readonly LotsDrawn[];
  readonly downloads: readonly DownloadInView[];
  /** Voters with a ballot in the box, and marks on the roll: they must be equal. */
  readonly ballots: number;
  readonly marks: number;
  readonly paper: PaperOfPoll;
  /** The people who hold the count key and how far they are; null where the platform keeps it. */
  readonly keyHolders: HoldersOfPoll | null;
}

/** The desk of a poll of the council, without what was counted for those who may not see it yet; 404 for another council's poll. */
export async function getCountDesk(scope: ActorScope | SystemScope, pollId: string): Promise<CountDesk> {
  if (!isUuid(pollId)) throw new AccessError("not-found", "poll");
  const poll = await getPoll(scope, pollId);
  const seesCount = scope.kind === "system" || can(scope.actor, "poll.see-count", poll);
  if (!seesCount) {
    const [options, ballots, marks, paper] = await Promise.all([listPollOptions(scope, pollId), countBallots(pollId), countMarks(scope, pollId), getPaperOfPoll(pollId)]);
    return { poll, seesCount, options, run: null, counts: [], offices: [], beside: [], lots: [], downloads: [], ballots, marks, paper, keyHolders: null };
  }
  const [options, runs, counts, offices, beside, lots, downloads, ballots, marks, paper] = await Promise.all([
    listPollOptions(scope, pollId),
    database().select().from(pollCountRuns).where(and(eq(pollCountRuns.councilId, scope.council.id), eq(pollCountRuns.pollId, pollId))),
    listCounts(scope, pollId),
    listOfficeCounts(scope, pollId),
    listBeside(scope, pollId),
    listLotsDrawn(scope, pollId),
    listDownloads(scope, pollId),
    countBallots(pollId),
    countMarks(scope, pollId),
    getPaperOfPoll(pollId),
  ]);
  return {
    poll,
    seesCount,
    options,
    run: runs[0] ?? null,
    counts,
    offices,
    beside,
    lots,
    downloads,
    ballots,
    marks,
    paper,
    keyHolders: await findHoldersOfPoll(poll.keyCircle),
  };
}


/** How many voters the roll has marked in a poll of the council. */
export async function countMarks(scope: AnyScope, pollId: string, executor: Executor = database()): Promise<number> {
  const [row] = await executor
    .select({ marks: sql<string>`count(*)` })
    .from(rollMarks)
    .where(and(eq(rollMarks.councilId, scope.council.id), eq(rollMarks.pollId, pollId)));
  return Number(row?.marks ?? 0);
}

export interface TurnoutInView extends PublishedTurnout {
  /** Voters of this poll whom two officers let begin again. */
  readonly reissues: number;
  readonly byChannel: readonly ShownCount<Channel>[];
  /** In order of age; empty where no age was asked. `key` empty: their age is not known. */
  readonly byAgeBand: readonly ShownCount<AgeBand | "">[];
  readonly names: ReadonlyMap<string, BilingualText>;
  readonly boundaries: ReadonlyMap<string, AreaBoundary>;
}

/** A poll whose voters all come from one area, so that its roll is the area's turnout. */
export interface PollOfArea {
  readonly pollId: string;
  readonly areaId: string | null;
}

/**
 * Who voted, by area, with small counts hidden. Where every poll of the vote is of one area its own roll is that area's line;
 * else the lines are the wards of the council in the poll looked at.
 */
export async function getPublishedTurnout(scope: AnyScope, pollId: string, polls: readonly PollOfArea[]): Promise<TurnoutInView> {
  const ofAreas = polls.every(({ areaId }) => areaId !== null);
  const wanted = ofAreas ? polls.map((poll) => poll.pollId) : [pollId];
  const [marks, places] = await Promise.all([
    database()
      .select({ pollId: rollMarks.pollId, areaId: rollMarks.areaId, channel: rollMarks.channel, ageBand: sql<AgeBand | "">`${rollMarks.ageBand}`, voted: sql<string>`count(*)` })
      .from(rollMarks)
      .where(and(eq(rollMarks.councilId, scope.council.id), inArray(rollMarks.pollId, wanted)))
      .groupBy(rollMarks.pollId, rollMarks.areaId, rollMarks.channel, rollMarks.ageBand),
    database()
      .select()
      .from(areas)
      .where(and(eq(areas.councilId, scope.council.id), ofAreas ? inArray(areas.id, polls.flatMap(({ areaId }) => (areaId === null ? [] : [areaId]))) : eq(areas.kind, "ward")))
      .orderBy(asc(areas.nameEn)),
  ]);
  const sum = (of: (mark: (typeof marks)[number]) => boolean): number => marks.filter(of).reduce((total, { voted }) => total + Number(voted), 0);
  const lines: AreaMarks[] = places.map(({ id, population }) => ({
    areaId: id,
    population,
    voted: ofAreas ? sum((mark) => polls.some((poll) => poll.areaId === id && poll.pollId === mark.pollId)) : sum((mark) => mark.areaId === id),
  }));
  const channels = [...new Set(marks.map(({ channel }) => channel))].sort();
  return {
    reissues: await countReissues(scope, pollId),
    ...publishTurnout(lines),
    byChannel: hideSmallCounts(channels.map((channel) => ({ key: channel, count: sum((mark) => mark.pollId === pollId && mark.channel === channel) }))),
    byAgeBand: marks.some(({ pollId: of, ageBand }) => of === pollId && ageBand !== "")
      ? hideSmallCounts(([...AGE_BANDS, ""] as const).map((band) => ({ key: band, count: sum((mark) => mark.pollId === pollId && mark.ageBand === band) })))
      : [],
    names: new Map(places.map((place) => [place.id, bilingual(place.nameEn, place.nameCy)])),
    boundaries: new Map(places.flatMap(({ id, boundary }) => (boundary === null ? [] : [[id, boundary] as const]))),
  };
}
