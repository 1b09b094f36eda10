import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { pollOptions, polls } from "#db/schema/voting/polls.ts";
import { logOrders } from "#db/schema/voting/public-log.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { hideSmallCounts, type ShownCount } from "#domain/basics/small-counts.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { AgeBand } from "#domain/eligibility/age.ts";
import { found } from "#domain/policy/access-error.ts";
import type { BallotKind, Channel, PollState } from "#domain/voting/poll.ts";
import { ORDER_BY_LOT, type BallotPaper } from "#domain/voting/ballot-paper.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import { ShortMemory } from "#platform/short-memory.ts";

export interface PollInView {
  readonly id: string;
  readonly question: BilingualText;
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  readonly pointsTotal: number | null;
  readonly pointsMost: number | null;
  readonly rule: string;
  readonly ruleParameters: Readonly<Record<string, unknown>>;
  readonly electorateId: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** When voting ended or will end: the closing time, or before it where voting was closed early. */
  readonly endsAt: Date | null;
  readonly state: PollState;
  /** The rules fingerprint in hex; null while it is a draft. */
  readonly fingerprint: string | null;
  readonly seed: string | null;
  /** The people who hold its count key between them; null for a key in the platform's store. */
  readonly keyCircle: string | null;
}

/** A poll of the council; 404 for another council's. */
export async function getPoll(scope: AnyScope, pollId: string, executor: Executor = database()): Promise<PollInView> {
  const [row] = await executor
    .select()
    .from(polls)
    .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId)));
  const poll = found(row, "poll");
  return {
    id: poll.id,
    question: bilingual(poll.questionEn, poll.questionCy),
    ballotKind: poll.ballotKind,
    minChoices: poll.minChoices,
    maxChoices: poll.maxChoices,
    budgetPence: poll.budgetPence,
    pointsTotal: poll.pointsTotal,
    pointsMost: poll.pointsMost,
    rule: poll.rule,
    ruleParameters: poll.ruleParameters,
    electorateId: poll.electorateId,
    opensAt: poll.opensAt,
    closesAt: poll.closesAt,
    endsAt: poll.closedAt !== null && poll.closesAt !== null && poll.closedAt < poll.closesAt ? poll.closedAt : poll.closesAt,
    state: poll.state,
    fingerprint: poll.fingerprint?.toString("hex") ?? null,
    seed: poll.seed,
    keyCircle: poll.keyCircle,
  };
}

/** What stands on a poll's ballot paper, by number; nothing while it is a draft or where the poll is another council's. */
export async function listPollOptions(scope: AnyScope, pollId: string, executor: Executor = database()): Promise<readonly PollOption[]> {
  return (await optionsOfPolls(scope, [pollId], executor)).get(pollId) ?? [];
}

/** The same of several polls, by the poll; in one statement. */
export async function optionsOfPolls(scope: AnyScope, pollIds: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, readonly PollOption[]>> {
  const rows = await executor
    .select({ option: pollOptions })
    .from(pollOptions)
    .innerJoin(polls, eq(polls.id, pollOptions.pollId))
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds])))
    .orderBy(asc(pollOptions.number));
  const ofPolls = Map.groupBy(rows, ({ option }) => option.pollId);
  return new Map(
    [...ofPolls].map(([pollId, own]) => [
      pollId,
      own.map(({ option }) => ({
        number: option.number,
        subjectId: option.subjectId,
        title: bilingual(option.titleEn, option.titleCy),
        costPence: option.costPence,
        reference: option.reference,
      })),
    ]),
  );
}

// A paper is frozen for good but for the time of its close, which two people may move to a later one.
const papers = new ShortMemory<BallotPaper>({ seconds: 15, most: 500 });
const amendmentsOf = new ShortMemory<readonly LoggedAmendment[]>({ seconds: 15, most: 500 });

/** A change of the rules as it stands in the log. */
export interface LoggedAmendment {
  readonly number: number;
  readonly words: BilingualText;
  readonly closesAt: Date | null;
}

/** What was changed of a poll's rules since it was made ready, in order; for voters. */
export const listLoggedAmendments = (pollId: string): Promise<readonly LoggedAmendment[]> =>
  amendmentsOf.get(pollId, async () => {
    const rows = await database()
      .select({ body: logOrders.body })
      .from(logOrders)
      .where(and(eq(logOrders.pollId, pollId), eq(logOrders.kind, "amendment")))
      .orderBy(asc(logOrders.position));
    return rows.map(({ body }) => {
      const { number, words, closesAt } = loggedAmendment.parse(body);
      return { number, words, closesAt: closesAt === null ? null : new Date(closesAt) };
    });
  });

const loggedAmendment = z.object({ number: z.int(), words: z.object({ en: z.string(), cy: z.string() }), closesAt: z.string().nullable() });

/** The ballot paper of a poll of the council, kept by each process for some seconds. 404 for a draft or another council's. */
export function getBallotPaper(scope: AnyScope, pollId: string): Promise<BallotPaper> {
  return papers.get(`${scope.council.id}/${pollId}`, async () => {
    const [poll, options] = await Promise.all([getPoll(scope, pollId), listPollOptions(scope, pollId)]);
    return {
      pollId,
      kind: poll.ballotKind,
      question: poll.question,
      minChoices: poll.minChoices,
      maxChoices: poll.maxChoices,
      budgetPence: poll.budgetPence,
      pointsTotal: poll.pointsTotal,
      pointsMost: poll.pointsMost,
      electorateId: poll.electorateId,
      opensAt: found(poll.opensAt, "open poll"),
      closesAt: found(poll.closesAt, "open poll"),
      fingerprint: found(poll.fingerprint, "open poll"),
      seed: found(poll.seed, "open poll"),
      options,
      orderedByLot: poll.ruleParameters["order"] === ORDER_BY_LOT.order,
    };
  });
}

/** Officers see turnout while the vote is open; fewer voters than this in one line could be told apart. */
const LEAST_SHOWN = 5;

/** How many have voted, and from where; counts that are too small to show are null. */
export interface Turnout {
  readonly total: number;
  /** `key` null: no area is known. Areas of the council that sent nobody are in it with 0. */
  readonly byArea: readonly ShownCount<string | null>[];
  readonly areas: ReadonlyMap<string, { readonly name: BilingualText; readonly code: string; readonly population: number | null }>;
  readonly byChannel: readonly ShownCount<Channel>[];
  /** `key` empty: the age was not asked. */
  readonly byAgeBand: readonly ShownCount<AgeBand | "">[];
  /** By civil date, `2026-10-18`; never hidden by size, because a day says nothing of a person. */
  readonly byDay: readonly { readonly day: string; readonly count: number }[];
}

/** Turnout of a poll of the council, from the roll's marks. 404 for another council's poll. */
export async function getTurnout(scope: AnyScope, pollId: string): Promise<Turnout> {
  await getPoll(scope, pollId);
  const [lines, wards] = await Promise.all([
    database().execute<{ area: string | null; channel: Channel; band: AgeBand | ""; day: string; voters: string }>(sql`
      select area_id as area, channel, age_band as band, marked_on::text as day, count(*) as voters
      from ${rollMarks} where council_id = ${scope.council.id} and poll_id = ${pollId}
      group by 1, 2, 3, 4
    `),
    database()
      .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy, code: areas.code, population: areas.population })
      .from(areas)
      .where(and(eq(areas.councilId, scope.council.id), eq(areas.kind, "ward")))
      .orderBy(asc(areas.nameEn)),
  ]);
  const summed = <Key>(keyOf: (line: (typeof lines)[number]) => Key, known: readonly Key[] = []) => {
    const sums = new Map<Key, number>(known.map((key) => [key, 0]));
    for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + Number(line.voters));
    return [...sums].map(([key, count]) => ({ key, count }));
  };
  return {
    total: lines.reduce((sum, { voters }) => sum + Number(voters), 0),
    byArea: hideSmallCounts(summed<string | null>(({ area }) => area, wards.map(({ id }) => id)), LEAST_SHOWN),
    areas: new Map(wards.map((ward) => [ward.id, { name: bilingual(ward.nameEn, ward.nameCy), code: ward.code, population: ward.population }])),
    byChannel: hideSmallCounts(summed(({ channel }) => channel), LEAST_SHOWN),
    byAgeBand: hideSmallCounts(summed(({ band }) => band), LEAST_SHOWN),
    byDay: summed(({ day }) => day)
      .sort((a, b) => a.key.localeCompare(b.key))
      .map(({ key, count }) => ({ day: key, count })),
  };
}
