import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { byteArrays } from "#db/byte-arrays.ts";
import { database, rawClient } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas, postcodes } from "#db/schema/councils/areas.ts";
import { accessCodes, codeAlarms, codeBatches, codeSlips, codeTries } from "#db/schema/voting/access-codes.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { BatchKind, BatchState, CodeStanding } from "#domain/voting/access-codes/code-batch.ts";
import { CODE_ALARM } from "#domain/voting/access-codes/code-limits.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { identityOfCode } from "./revoke-code.ts";

export interface CodeCounts {
  readonly wanted: number;
  readonly made: number;
  readonly printed: number;
  readonly used: number;
  readonly revoked: number;
}

export interface BatchInView {
  readonly id: string;
  readonly voteId: string;
  readonly kind: BatchKind;
  readonly label: string;
  readonly place: string;
  readonly state: BatchState;
  readonly counts: CodeCounts;
  /** Letters or slips whose clear codes are still kept. */
  readonly toPrint: number;
  /** The lowest and highest number of them. */
  readonly firstToPrint: number;
  readonly lastToPrint: number;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly revokedReason: string;
}

/** The batches of a vote, newest first. */
export async function listBatches(scope: ActorScope, voteId: string, batchId?: string): Promise<readonly BatchInView[]> {
  authorise(scope, "codes.see", null);
  const counted = database()
    .select({
      batchId: accessCodes.batchId,
      printed: sql<number>`(count(*) filter (where ${accessCodes.printedAt} is not null))::integer`.as("printed"),
      used: sql<number>`(count(*) filter (where ${accessCodes.usedOn} is not null))::integer`.as("used"),
      revoked: sql<number>`(count(*) filter (where ${accessCodes.revokedAt} is not null))::integer`.as("revoked"),
    })
    .from(accessCodes)
    .where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.voteId, voteId)))
    .groupBy(accessCodes.batchId)
    .as("counted");
  const waiting = database()
    .select({
      batchId: codeSlips.batchId,
      slips: sql<number>`(count(*) filter (where ${codeSlips.codeId} is not null))::integer`.as("slips"),
      first: sql<number>`min(${codeSlips.number})::integer`.as("first_slip"),
      last: sql<number>`max(${codeSlips.number})::integer`.as("last_slip"),
    })
    .from(codeSlips)
    .groupBy(codeSlips.batchId)
    .as("waiting");
  const rows = await database()
    .select({ batch: codeBatches, printed: counted.printed, used: counted.used, revoked: counted.revoked, slips: waiting.slips, first: waiting.first, last: waiting.last, name: people.name, email: people.email })
    .from(codeBatches)
    .leftJoin(counted, eq(counted.batchId, codeBatches.id))
    .leftJoin(waiting, eq(waiting.batchId, codeBatches.id))
    .leftJoin(people, eq(people.id, codeBatches.askedBy))
    .where(and(eq(codeBatches.councilId, scope.council.id), eq(codeBatches.voteId, voteId), batchId === undefined ? undefined : eq(codeBatches.id, batchId)))
    .orderBy(desc(codeBatches.askedAt));
  return rows.map(({ batch, printed, used, revoked, slips, first, last, name, email }) => ({
    id: batch.id,
    voteId: batch.voteId,
    kind: batch.kind,
    label: batch.label,
    place: batch.place,
    state: batch.state,
    counts: { wanted: batch.codesWanted, made: batch.codesMade, printed: printed ?? 0, used: used ?? 0, revoked: revoked ?? 0 },
    toPrint: slips ?? 0,
    firstToPrint: first ?? 0,
    lastToPrint: last ?? 0,
    askedAt: batch.askedAt,
    askedBy: name === null || name === "" ? (email ?? "") : name,
    revokedReason: batch.revokedReason,
  }));
}

/**
 * How many people of each batch of these votes have voted: the roll has marked them in a ballot that their code opens, on whatever way. A code and those in
 * its place are one voter. Only counts leave here: which code it was is for nobody to see. Who may see the counts is for the caller to say.
 */
export async function countVotersOfBatches(scope: AnyScope, voteIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const used = await database()
    .select({ batchId: accessCodes.batchId, voterId: accessCodes.voterId, electorId: accessCodes.electorId, pollIds: accessCodes.pollIds })
    .from(accessCodes)
    .where(and(eq(accessCodes.councilId, scope.council.id), inArray(accessCodes.voteId, [...voteIds]), isNotNull(accessCodes.usedOn)));
  const voters = [...new Map(used.map((code) => [`${code.batchId} ${code.voterId}`, code])).values()];
  const counts = new Map<string, number>();
  for (let from = 0; from < voters.length; from += VOTERS_AT_ONCE) {
    const asked = voters.slice(from, from + VOTERS_AT_ONCE).flatMap(({ batchId, voterId, electorId, pollIds }, voter) => pollIds.map((pollId) => ({ batchId, voter, pollId, hash: voterHash(pollId, identityOfCode({ electorId, voterId })) })));
    const rows = await rawClient()<{ batch_id: string; voters: number }[]>`
      select v.batch_id, count(distinct v.voter)::integer as voters
      from unnest(${asked.map(({ batchId }) => batchId)}::uuid[], ${asked.map(({ voter }) => voter)}::integer[], ${asked.map(({ pollId }) => pollId)}::uuid[], ${byteArrays(asked.map(({ hash }) => hash))}) as v (batch_id, voter, poll_id, hash)
      join roll_marks m on m.poll_id = v.poll_id and m.voter_hash = v.hash
      where m.council_id = ${scope.council.id} group by v.batch_id`;
    for (const { batch_id, voters: marked } of rows) counts.set(batch_id, (counts.get(batch_id) ?? 0) + marked);
  }
  return counts;
}

const VOTERS_AT_ONCE = 5_000;

/** One batch of a vote; 404 where there is none of this id. */
export async function getBatch(scope: ActorScope, voteId: string, batchId: string): Promise<BatchInView> {
  authorise(scope, "codes.see", null);
  return found(isUuid(batchId) ? (await listBatches(scope, voteId, batchId))[0] : undefined, "batch");
}

export interface CodeInView {
  readonly id: string;
  readonly batchId: string;
  readonly number: number;
  readonly lookUp: string;
  readonly standing: CodeStanding;
  /** The day it was used on, as 2026-10-18, whatever became of it later. */
  readonly usedOn: string | null;
  readonly revokedReason: string;
  /** Number of the code that took its place. */
  readonly reissuedAs: number | null;
  readonly isBound: boolean;
}

const codeColumns = {
  id: accessCodes.id,
  batchId: accessCodes.batchId,
  number: accessCodes.number,
  lookUp: accessCodes.lookUp,
  printedAt: accessCodes.printedAt,
  usedOn: accessCodes.usedOn,
  revokedAt: accessCodes.revokedAt,
  revokedReason: accessCodes.revokedReason,
  electorId: accessCodes.electorId,
  reissuedAs: sql<number | null>`(select n.number from access_codes n where n.reissue_of = "access_codes"."id")`,
};

/** Where a code stands, by what is kept of it. */
const standingOf = (row: { readonly printedAt: Date | null; readonly usedOn: string | null; readonly revokedAt: Date | null }): CodeStanding =>
  row.revokedAt !== null ? "revoked" : row.usedOn !== null ? "used" : row.printedAt !== null ? "printed" : "unprinted";

/** Codes of a batch after a number, in the order of their numbers. */
export async function listCodes(scope: ActorScope, batchId: string, { after, most }: { readonly after: number; readonly most: number }): Promise<readonly CodeInView[]> {
  authorise(scope, "codes.see", null);
  const rows = await database()
    .select(codeColumns)
    .from(accessCodes)
    .where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.batchId, batchId), sql`${accessCodes.number} > ${after}`))
    .orderBy(asc(accessCodes.number))
    .limit(most);
  return rows.map(asCode);
}

const asCode = ({ printedAt, usedOn, revokedAt, electorId, ...code }: { printedAt: Date | null; usedOn: string | null; revokedAt: Date | null; electorId: string | null; id: string; batchId: string; number: number; lookUp: string; revokedReason: string; reissuedAs: number | null }): CodeInView => ({
  ...code,
  usedOn,
  standing: standingOf({ printedAt, usedOn, revokedAt }),
  isBound: electorId !== null,
});

/** One code of a batch; 404 where there is none of this id. */
export async function getCode(scope: ActorScope, batchId: string, codeId: string): Promise<CodeInView> {
  authorise(scope, "codes.see", null);
  const [row] = isUuid(codeId)
    ? await database()
        .select(codeColumns)
        .from(accessCodes)
        .where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.batchId, batchId), eq(accessCodes.id, codeId)))
    : [];
  return asCode(found(row, "code"));
}

/** The code of a vote with a look-up part, or null. */
export async function findCode(scope: ActorScope, voteId: string, lookUp: string): Promise<CodeInView | null> {
  authorise(scope, "codes.see", null);
  const [row] = await database()
    .select(codeColumns)
    .from(accessCodes)
    .where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.voteId, voteId), eq(accessCodes.lookUp, lookUp)));
  return row ? asCode(row) : null;
}

/** Every code of a batch, some thousands at a time. */
export async function* eachCode(scope: ActorScope, batchId: string): AsyncGenerator<CodeInView> {
  for (let after = 0; ; ) {
    const codes = await listCodes(scope, batchId, { after, most: 2_000 });
    yield* codes;
    const last = codes.at(-1);
    if (!last) return;
    after = last.number;
  }
}

/** How codes of a vote are tried: in the last 24 hours, and whether the alarm stands. */
export interface CodeWatch {
  readonly tries: number;
  readonly wrong: number;
  readonly alarm: { readonly raisedAt: Date; readonly tries: number; readonly wrong: number } | null;
}

export async function watchCodes(scope: ActorScope, voteId: string): Promise<CodeWatch> {
  authorise(scope, "codes.see", null);
  const [sums] = await database()
    .select({ tries: sql<number>`coalesce(sum(${codeTries.tries}), 0)::integer`, wrong: sql<number>`coalesce(sum(${codeTries.wrong}), 0)::integer` })
    .from(codeTries)
    .where(and(eq(codeTries.voteId, voteId), sql`${codeTries.since} > now() - make_interval(hours => ${CODE_ALARM.hours})`));
  const [alarm] = await openAlarms(scope, voteId);
  return { tries: sums?.tries ?? 0, wrong: sums?.wrong ?? 0, alarm: alarm ?? null };
}

/** An alarm that nobody has closed. */
export interface OpenCodeAlarm {
  readonly voteId: string;
  readonly raisedAt: Date;
  readonly tries: number;
  readonly wrong: number;
}

/** Alarms of the council that nobody has closed, for the first page of the workspace. */
export function listCodeAlarms(scope: ActorScope): Promise<readonly OpenCodeAlarm[]> {
  authorise(scope, "codes.see", null);
  return openAlarms(scope);
}

function openAlarms(scope: ActorScope, voteId?: string) {
  return database()
    .select({ voteId: codeAlarms.voteId, raisedAt: codeAlarms.raisedAt, tries: codeAlarms.tries, wrong: codeAlarms.wrong })
    .from(codeAlarms)
    .where(and(eq(codeAlarms.councilId, scope.council.id), isNull(codeAlarms.closedAt), voteId === undefined ? undefined : eq(codeAlarms.voteId, voteId)))
    .orderBy(desc(codeAlarms.raisedAt));
}

/** The areas of postcodes (upper case, no space): each with its own id first, then each larger area's. Unknown ones are not in it. */
export async function areasOfPostcodes(scope: AnyScope, wanted: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const parents = new Map((await database().select({ id: areas.id, parentId: areas.parentId }).from(areas).where(eq(areas.councilId, scope.council.id))).map(({ id, parentId }) => [id, parentId]));
  const around = (id: string, depth = 0): string[] => {
    const parent = parents.get(id);
    return parent === undefined || parent === null || depth > 8 ? [id] : [id, ...around(parent, depth + 1)];
  };
  const areasOf = new Map<string, readonly string[]>();
  for (let from = 0; from < wanted.length; from += 5_000) {
    const rows = await database()
      .select({ postcode: postcodes.postcode, areaId: postcodes.areaId })
      .from(postcodes)
      .where(and(eq(postcodes.councilId, scope.council.id), inArray(postcodes.postcode, wanted.slice(from, from + 5_000))));
    for (const { postcode, areaId } of rows) areasOf.set(postcode, around(areaId));
  }
  return areasOf;
}

