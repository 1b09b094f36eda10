import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { claimAlarms, claimLimits, claims } from "#db/schema/eligibility/claims.ts";
import { auditTrail } from "#db/schema/platform.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { AnswerWay, ClaimState, ClaimWay, Proposal } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { readClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import type { ClaimFilter, ClaimView } from "#domain/eligibility/claims/claim-view.ts";
import { DEFAULT_LIMITS, type ClaimLimits, type SharedPlace } from "#domain/eligibility/claims/limits.ts";
import type { Signal, SignalKind } from "#domain/eligibility/claims/signals.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { findSignedIn } from "#features/accounts/session.ts";
import { unseal } from "#platform/keys.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";

export interface LimitsOfCouncil {
  readonly limits: ClaimLimits;
  readonly sharedPlaces: readonly SharedPlace[];
}

/** What a council takes for ordinary: its own numbers, or the usual ones. */
export async function readLimits(scope: AnyScope): Promise<LimitsOfCouncil> {
  const [row] = await database().select().from(claimLimits).where(eq(claimLimits.councilId, scope.council.id));
  if (!row) return { limits: DEFAULT_LIMITS, sharedPlaces: [] };
  const { councilId: _, sharedPlaces, ...limits } = row;
  return { limits, sharedPlaces };
}

/** A request as the person who made it sees it. */
export interface OwnClaim {
  readonly id: string;
  readonly exerciseId: string;
  readonly reference: string;
  readonly state: ClaimState;
  readonly signals: readonly Signal[];
  readonly dueAt: Date | null;
  readonly answered: { readonly way: AnswerWay; readonly answer: string; readonly phone: string } | null;
  readonly reason: string;
  readonly appeal: string;
  readonly appealReason: string;
  /** They came without an address: the reference is all they have. */
  readonly withoutEmail: boolean;
}

/**
 * Somebody's own request, by its reference and the address they have just confirmed. Null for any other, so that a reference
 * tells nobody whether it exists. A request that came without an address is opened by its reference alone.
 */
export async function findOwnClaim(scope: AnyScope, reference: string, email: string | null): Promise<OwnClaim | null> {
  const [row] = await database()
    .select()
    .from(claims)
    .where(and(eq(claims.councilId, scope.council.id), eq(claims.reference, reference), isNull(claims.forgottenAt)));
  if (!row) return null;
  const withoutEmail = row.sealedEmail === null;
  if (row.sealedEmail !== null && unseal("claim-email", row.sealedEmail) !== email) return null;
  const { id, exerciseId, state, signals, dueAt, reason, appeal, appealReason, answerWay } = row;
  return {
    id,
    exerciseId,
    reference,
    state,
    signals,
    dueAt,
    answered: answerWay === null ? null : { way: answerWay, answer: row.answer, phone: row.answerPhone },
    reason,
    appeal,
    appealReason,
    withoutEmail,
  };
}

export type LookedUp = { readonly outcome: "found"; readonly claim: OwnClaim } | { readonly outcome: "sign-in" | "none" | "too-many-tries" };

/** Guesses at references that one person or one connection may make in an hour. */
const MOST_GUESSES = 30;

/**
 * Somebody's own request by the reference in an address. Whoever is not signed in is asked for their e-mail code first, whether
 * there is such a request or not; whoever is finds only their own.
 */
export async function lookUpOwnClaim(scope: AnyScope, typed: string, request: Request): Promise<LookedUp> {
  const reference = readClaimReference(typed);
  const person = await findSignedIn(request);
  if (reference === null) return { outcome: "none" };
  const claim = await findOwnClaim(scope, reference, person?.email ?? null);
  if (claim) return { outcome: "found", claim };
  const guesser = person?.personId ?? networkKey(request);
  if (guesser !== null && !(await withinLimit(`claim-reference/${guesser}`, MOST_GUESSES, 3600))) return { outcome: "too-many-tries" };
  return { outcome: person ? "none" : "sign-in" };
}

/** A line of the officers' list. */
export interface ClaimOnDesk {
  readonly id: string;
  readonly reference: string;
  readonly state: ClaimState;
  readonly proposal: Proposal | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly signals: readonly Signal[];
  /** Null where they came without one, where it was forgotten, and for officers who do not decide. */
  readonly email: string | null;
  readonly way: ClaimWay;
  readonly askedHour: Date;
  readonly held: boolean;
  readonly dueAt: Date | null;
  readonly answered: boolean;
  readonly forgotten: boolean;
  /** What it shares with its neighbours in the list; null where it stands alone. */
  readonly group: { readonly kind: SignalKind; readonly key: string } | null;
  /** Other requests of the vote that share something with it. */
  readonly alike: number;
}

/** Shares a browser or a home, or within the hour a connection or a postcode, with the row outside. */
const sharesWith = (other: string): SQL =>
  sql`(${sql.raw(other)}.device_hash = ${claims}.device_hash or ${sql.raw(other)}.household_hash = ${claims}.household_hash or (${sql.raw(other)}.asked_hour = ${claims}.asked_hour and (${sql.raw(other)}.network_hash = ${claims}.network_hash or ${sql.raw(other)}.postcode_hash = ${claims}.postcode_hash)))`;

const alike = sql<number>`(select count(*)::integer from claims other where other.exercise_id = ${claims}.exercise_id and other.id <> ${claims}.id and ${sharesWith("other")})`;

const has = (kind: SignalKind): SQL => sql`${claims.signals} @> ${JSON.stringify([{ kind }])}::jsonb`;

/** The strongest thing it shares, so that a browser's or a home's requests stand together. */
const groupKey = sql<string | null>`case
  when ${has("device")} and device_hash is not null then 'device:' || encode(device_hash, 'hex')
  when ${has("household")} and household_hash is not null then 'household:' || encode(household_hash, 'hex')
  when ${has("postcode")} and postcode_hash is not null then 'postcode:' || encode(postcode_hash, 'hex')
  when ${has("network")} and network_hash is not null then 'network:' || encode(network_hash, 'hex')
  end`;

const VIEWS: Readonly<Record<ClaimView, SQL | undefined>> = {
  waiting: and(eq(claims.state, "held"), isNull(claims.proposal)),
  answered: and(eq(claims.state, "held"), isNull(claims.proposal), isNotNull(claims.answeredAt)),
  second: isNotNull(claims.proposal),
  appeals: eq(claims.state, "appealed"),
  passed: and(eq(claims.state, "passed"), isNotNull(claims.heldAt), isNull(claims.proposal)),
  against: inArray(claims.state, ["refused", "voided", "upheld"]),
  all: undefined,
};

/** One page of a vote's requests, alike ones next to each other, and how many there are in all. */
export async function listClaims(
  scope: ActorScope,
  exerciseId: string,
  { view, signal, reference, like }: ClaimFilter,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<{ readonly claims: readonly ClaimOnDesk[]; readonly total: number }> {
  authorise(scope, "claims.see", null);
  const which = and(
    eq(claims.councilId, scope.council.id),
    eq(claims.exerciseId, exerciseId),
    VIEWS[view],
    signal === null ? undefined : has(signal),
    reference === null ? undefined : eq(claims.reference, reference),
    like === null
      ? undefined
      : or(eq(claims.reference, like), sql`exists (select 1 from claims wanted where wanted.exercise_id = ${claims}.exercise_id and wanted.reference = ${like} and ${sharesWith("wanted")})`),
  );
  const [[all], rows] = await Promise.all([
    database().select({ total: count() }).from(claims).where(which),
    database()
      .select({ claim: claims, alike, groupKey })
      .from(claims)
      .where(which)
      .orderBy(sql`${groupKey} nulls last`, asc(claims.dueAt), asc(claims.askedHour), asc(claims.reference))
      .limit(perPage)
      .offset((page - 1) * perPage),
  ]);
  return { total: all?.total ?? 0, claims: rows.map(({ claim, ...rest }) => onDesk(scope, claim, rest)) };
}

const seesPeople = (scope: ActorScope): boolean => can(scope.actor, "claims.see-people", null);

function onDesk(scope: ActorScope, claim: typeof claims.$inferSelect, { alike, groupKey }: { readonly alike: number; readonly groupKey: string | null }): ClaimOnDesk {
  const [kind, key = ""] = groupKey?.split(":") ?? [];
  return {
    id: claim.id,
    reference: claim.reference,
    state: claim.state,
    proposal: claim.proposal,
    proposedBy: claim.proposedBy,
    decidedBy: claim.decidedBy,
    signals: claim.signals,
    email: claim.sealedEmail === null || !seesPeople(scope) ? null : unseal("claim-email", claim.sealedEmail),
    way: claim.way,
    askedHour: claim.askedHour,
    held: claim.heldAt !== null,
    dueAt: claim.state === "held" || claim.state === "appealed" ? claim.dueAt : null,
    answered: claim.answeredAt !== null,
    forgotten: claim.forgottenAt !== null,
    group: kind === undefined ? null : { kind: kind as SignalKind, key },
    alike,
  };
}

/** What was done with a request, from the audit trail. */
export interface ClaimLogLine {
  readonly act: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** A request as an officer sees it by itself. */
export interface ClaimInFull extends ClaimOnDesk {
  readonly area: BilingualText | null;
  readonly answer: { readonly way: AnswerWay; readonly text: string; readonly phone: string } | null;
  readonly reason: string;
  readonly appeal: string;
  readonly log: readonly ClaimLogLine[];
}

/** One request of a vote; 404 where there is none of that reference. */
export async function getClaim(scope: ActorScope, exerciseId: string, reference: string): Promise<ClaimInFull> {
  authorise(scope, "claims.see", null);
  const [row] = await database()
    .select({ claim: claims, alike, groupKey, areaEn: areas.nameEn, areaCy: areas.nameCy })
    .from(claims)
    .leftJoin(areas, eq(areas.id, claims.areaId))
    .where(and(eq(claims.councilId, scope.council.id), eq(claims.exerciseId, exerciseId), eq(claims.reference, reference)));
  const { claim, areaEn, areaCy, ...rest } = found(row, "claim");
  const log = await database()
    .select({ act: auditTrail.act, at: auditTrail.at, by: auditTrail.actorName, detail: auditTrail.detail })
    .from(auditTrail)
    .where(and(eq(auditTrail.councilId, scope.council.id), eq(auditTrail.thingKind, "claim"), eq(auditTrail.thingId, claim.id)))
    .orderBy(asc(auditTrail.position));
  return {
    ...onDesk(scope, claim, rest),
    area: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
    answer: claim.answerWay === null || !seesPeople(scope) ? null : { way: claim.answerWay, text: claim.answer, phone: claim.answerPhone },
    reason: claim.reason,
    appeal: seesPeople(scope) ? claim.appeal : "",
    log: log.map(({ act, at, by, detail }) => ({ act, at, by, reason: typeof detail["reason"] === "string" ? detail["reason"] : "" })),
  };
}

/** How many requests of each vote of the council wait for an officer: held, proposed or appealed. */
export async function countWaiting(scope: ActorScope): Promise<ReadonlyMap<string, { readonly count: number; readonly dueAt: Date | null }>> {
  const rows = await database()
    .select({ exerciseId: claims.exerciseId, waiting: count(), dueAt: sql<string | null>`min(${claims.dueAt})` })
    .from(claims)
    .where(and(eq(claims.councilId, scope.council.id), ne(claims.state, "refused"), or(inArray(claims.state, ["held", "appealed"]), isNotNull(claims.proposal))))
    .groupBy(claims.exerciseId);
  return new Map(rows.map(({ exerciseId, waiting, dueAt }) => [exerciseId, { count: waiting, dueAt: dueAt === null ? null : new Date(dueAt) }]));
}

export interface OpenAlarm {
  readonly exerciseId: string;
  readonly kind: "burst" | "held";
  readonly seen: number;
  readonly expectedTenths: number;
  readonly raisedAt: Date;
}

/** Alarms of the council that nobody has said to have seen, newest first. */
export const listOpenAlarms = (scope: ActorScope): Promise<readonly OpenAlarm[]> =>
  database()
    .select({ exerciseId: claimAlarms.exerciseId, kind: claimAlarms.kind, seen: claimAlarms.seen, expectedTenths: claimAlarms.expectedTenths, raisedAt: claimAlarms.raisedAt })
    .from(claimAlarms)
    .where(and(eq(claimAlarms.councilId, scope.council.id), isNull(claimAlarms.seenAt)))
    .orderBy(sql`${claimAlarms.raisedAt} desc`);

/** How requests of a vote that a person looked at came out; published, small counts hidden by whoever shows them. */
export interface ClaimNumbers {
  readonly held: number;
  readonly passed: number;
  readonly refused: number;
  readonly voided: number;
  readonly waiting: number;
}

/** The counts of a vote's requests. */
export async function countClaims(scope: AnyScope, exerciseId: string, executor: Executor = database()): Promise<ClaimNumbers> {
  const [row] = await executor
    .select({
      held: sql<number>`count(*) filter (where ${claims.heldAt} is not null)::integer`,
      passed: sql<number>`count(*) filter (where ${claims.heldAt} is not null and ${claims.state} = 'passed')::integer`,
      refused: sql<number>`count(*) filter (where ${claims.decidedAgainst} = 'refuse' and ${claims.state} in ('refused', 'upheld'))::integer`,
      voided: sql<number>`count(*) filter (where ${claims.decidedAgainst} = 'void' and ${claims.state} in ('voided', 'upheld'))::integer`,
      waiting: sql<number>`count(*) filter (where ${claims.state} in ('held', 'appealed'))::integer`,
    })
    .from(claims)
    .where(and(eq(claims.councilId, scope.council.id), eq(claims.exerciseId, exerciseId)));
  return row ?? { held: 0, passed: 0, refused: 0, voided: 0, waiting: 0 };
}
