import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { claimAlarms, claimMinutes, claimMisuses, claims, claimVoters } from "#db/schema/eligibility/claims.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { addDays, inLondon, londonDay, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { addWorkingDays } from "#domain/basics/working-days.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { ClaimSigns, Exercise } from "#domain/eligibility/claims/asking.ts";
import { BURST_MINUTES, isNight, type Crowd } from "#domain/eligibility/claims/burst.ts";
import type { ClaimWay } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { makeClaimReference, showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { signalsIn, weigh, type Signal } from "#domain/eligibility/claims/signals.ts";
import type { VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { messages } from "#i18n/messages.ts";
import { format } from "#i18n/format.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { keyedHash, seal } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { homeNetwork, isInAny } from "#platform/networks.ts";
import { randomBelow } from "#platform/random.ts";
import { readLimits, type LimitsOfCouncil } from "./queries.ts";
import { raiseAlarm } from "./raise-alarm.ts";
import { requestAddress } from "./request-address.ts";

/** What a request shows of itself besides the claim: for the person's own protection and everybody's. */
export interface Asking {
  readonly exercise: Exercise;
  readonly signs: ClaimSigns;
  /** The address they confirmed, to be written to; empty where they came without one. */
  readonly email: string;
  /** Upper case, no space; null where it was not asked. */
  readonly postcode: string | null;
  /** Their home in one normal spelling, where a roll or a code knows it. */
  readonly household: string | null;
}

export interface AssessClaimInput extends Asking {
  readonly identity: VoterIdentity;
  readonly way: ClaimWay;
  readonly areaId: string | null;
  /** Matched to a roll, or of a school that the vote names. */
  readonly ofClass: boolean;
  /** The ballots that would be theirs. */
  readonly voters: readonly { readonly pollId: string; readonly voterHash: Buffer }[];
  /** The last day on which votes are taken. */
  readonly lastDay: CivilDay;
}

/** Working days in which somebody whose request is held is answered. */
const ANSWER_DAYS = 2;
/** Days after the vote in which a result may be challenged; then the traces are forgotten. */
const CHALLENGE_DAYS = 30;

/**
 * Looks at a request for passes before any is issued. Null lets it pass; a reference means that it is stopped: held just now,
 * held before, or refused by people. The same voter asking again gets the answer the request has by then, so that one who is
 * passed by an officer goes on by asking once more. Writes to the person who is held, and raises the alarm when a crowd comes.
 *
 * @param at when it is asked; tests run a night in a moment
 */
export async function assessClaim(scope: AnyScope, input: AssessClaimInput, at: Date = now()): Promise<string | null> {
  const limits = await readLimits(scope);
  return inTransaction(async (tx) => {
    const traces = tracesOf(scope, input, at);
    await waitForTurn(tx, traces);
    const known = await findClaim(tx, input.exercise.id, traces.claimantHash);
    if (known) {
      await keepVoters(tx, known.id, input);
      return known.state === "passed" ? null : known.reference;
    }
    const crowd = await readCrowd(tx, scope, input.exercise.id, limits, at);
    const facts = { ...(await countLikeIt(tx, scope, input, traces, at)), sharedPlace: comesFromSharedPlace(input.signs, limits), ofClass: input.ofClass, email: input.email, crowd };
    const signals = signalsIn(facts, limits.limits);
    const held = weigh(signals) === "hold";
    const kept = await keepClaim(tx, scope, input, traces, { signals, held, at });
    await keepVoters(tx, kept.id, input);
    if (held) await tellHeld(tx, scope, input, kept, signals);
    await countMinute(tx, scope, input.exercise.id, held, at);
    await raiseAlarm(tx, scope, { exercise: input.exercise, crowd, held: crowd.heldBefore + (held ? 1 : 0), at });
    return held ? kept.reference : null;
  });
}

interface Traces {
  readonly claimantHash: Buffer;
  readonly deviceHash: Buffer | null;
  readonly networkHash: Buffer | null;
  readonly householdHash: Buffer | null;
  readonly postcodeHash: Buffer | null;
}

/** Browser and connection are followed through one day, home and postcode through one vote, and none of them beyond. */
function tracesOf(scope: AnyScope, { exercise, identity, signs, household, postcode }: AssessClaimInput, at: Date): Traces {
  const day = londonDay(at);
  const ofDay = (purpose: string, value: string | null) => (value === null || value === "" ? null : keyedHash(purpose, scope.council.id, day, value));
  const ofVote = (purpose: string, value: string | null) => (value === null || value === "" ? null : keyedHash(purpose, exercise.id, value));
  return {
    claimantHash: keyedHash("claimant", exercise.id, identity),
    deviceHash: ofDay("claim-device", signs.device),
    networkHash: ofDay("claim-network", signs.address === null ? null : homeNetwork(signs.address)),
    householdHash: ofVote("claim-household", household),
    postcodeHash: ofVote("claim-postcode", postcode),
  };
}

/** The traces wrong codes are counted under. */
export const misuseTraces = (scope: AnyScope, signs: ClaimSigns, at: Date): readonly Buffer[] => {
  const day = londonDay(at);
  const device = signs.device === null ? [] : [keyedHash("claim-device", scope.council.id, day, signs.device)];
  const network = signs.address === null ? [] : [keyedHash("claim-network", scope.council.id, day, homeNetwork(signs.address))];
  return [...device, ...network];
};

/** Fifty at once from one browser or home must see each other; those who share nothing do not wait. */
async function waitForTurn(tx: Transaction, { claimantHash, deviceHash, householdHash, postcodeHash }: Traces): Promise<void> {
  const keys = [claimantHash, deviceHash, householdHash, postcodeHash].flatMap((hash) => (hash === null ? [] : [hash.toString("hex")])).sort();
  const inOrder = sql.join(keys.map((key) => sql`(${`claim:${key}`})`), sql`, `);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from (select key from (values ${inOrder}) keys (key) order by key) sorted`);
}

async function findClaim(tx: Transaction, exerciseId: string, claimantHash: Buffer) {
  const [known] = await tx
    .select({ id: claims.id, state: claims.state, reference: claims.reference })
    .from(claims)
    .where(and(eq(claims.exerciseId, exerciseId), eq(claims.claimantHash, claimantHash)));
  return known;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Days whose ordinary traffic a vote is measured by; the running day is left out, or an attack would make itself ordinary. */
const BASELINE_DAYS = 7;

const londonHour = (at: Date): number => Number(inLondon(at).time.slice(0, 2));

const floorTo = (at: Date, step: number): Date => new Date(Math.floor(at.getTime() / step) * step);

/** How many ask just now, this request among them, and how many do on an ordinary day of this vote. */
async function readCrowd(tx: Transaction, scope: AnyScope, exerciseId: string, { limits }: LimitsOfCouncil, at: Date): Promise<Crowd & { readonly heldBefore: number }> {
  const from = new Date(floorTo(at, MINUTE_MS).getTime() - (BURST_MINUTES - 1) * MINUTE_MS).toISOString();
  const until = new Date(at.getTime() - DAY_MS);
  const since = new Date(until.getTime() - BASELINE_DAYS * DAY_MS);
  const [row] = await tx.execute<{ seen: number; held: number; before: number; first: string | Date | null; alarm: string | Date | null }>(sql`
    select coalesce(sum(asked) filter (where minute >= ${from}::timestamptz and minute <= ${at.toISOString()}::timestamptz), 0)::integer as seen,
      coalesce(sum(held) filter (where minute >= ${from}::timestamptz and minute <= ${at.toISOString()}::timestamptz), 0)::integer as held,
      coalesce(sum(asked) filter (where minute < ${until.toISOString()}::timestamptz), 0)::integer as before,
      min(minute) filter (where minute < ${until.toISOString()}::timestamptz) as first,
      (select max(raised_at) from ${claimAlarms} where exercise_id = ${exerciseId} and kind = 'burst' and seen_at is null
        and raised_at > ${new Date(at.getTime() - DAY_MS / 2).toISOString()}::timestamptz) as alarm
    from ${claimMinutes}
    where exercise_id = ${exerciseId} and council_id = ${scope.council.id} and minute >= ${since.toISOString()}::timestamptz`);
  const days = row?.first ? Math.min(BASELINE_DAYS, Math.floor((until.getTime() - new Date(row.first).getTime()) / DAY_MS)) : 0;
  return {
    seen: (row?.seen ?? 0) + 1,
    // A vote's own quiet days do not make a lively one suspicious: the council's expectation is the least.
    perDay: Math.max(limits.perDay, days >= 1 ? Math.ceil((row?.before ?? 0) / days) : 0),
    hour: londonHour(at),
    sinceNight: row?.alarm != null && isNight(londonHour(new Date(row.alarm))),
    heldBefore: row?.held ?? 0,
  };
}

/**
 * Earlier requests that share something with this one, which is counted with them. A code was handed out by the council and works
 * once: that a class uses theirs at one computer says nothing, and only wrong ones are counted.
 */
async function countLikeIt(tx: Transaction, scope: AnyScope, { exercise, way }: AssessClaimInput, { deviceHash, networkHash, householdHash, postcodeHash }: Traces, at: Date) {
  const hour = floorTo(at, HOUR_MS).toISOString();
  const sources = [deviceHash, networkHash].flatMap((hash) => (hash === null ? [] : [sql`${hash}::bytea`]));
  const tries = sources.length === 0 ? sql`0` : sql`(select coalesce(max(tries), 0) from ${claimMisuses} where council_id = ${scope.council.id} and hour = ${hour}::timestamptz and source_hash in (${sql.join(sources, sql`, `)}))`;
  const count = (column: string, hash: Buffer | null, inHour: boolean) =>
    hash === null || way === "code"
      ? sql`null::integer`
      : sql`(select count(*)::integer + 1 from ${claims} where exercise_id = ${exercise.id} and way <> 'code' and ${sql.raw(column)} = ${hash}::bytea ${inHour ? sql`and asked_hour = ${hour}::timestamptz` : sql``})`;
  const [row] = await tx.execute<{ device: number | null; household: number | null; postcode: number | null; network: number | null; tries: number }>(sql`
    select ${count("device_hash", deviceHash, false)} as device, ${count("household_hash", householdHash, false)} as household,
      ${count("postcode_hash", postcodeHash, true)} as postcode, ${count("network_hash", networkHash, true)} as network, ${tries}::integer as tries`);
  return { fromDevice: row?.device ?? null, fromHousehold: row?.household ?? null, fromPostcode: row?.postcode ?? null, fromNetwork: row?.network ?? null, wrongCodes: row?.tries ?? 0 };
}

const comesFromSharedPlace = ({ address }: ClaimSigns, { sharedPlaces }: LimitsOfCouncil): boolean =>
  address !== null && isInAny(address, sharedPlaces.map(({ network }) => network));

interface KeptClaim {
  readonly id: string;
  readonly reference: string;
  readonly dueAt: Date;
}

async function keepClaim(
  tx: Transaction,
  scope: AnyScope,
  { exercise, way, areaId, email, lastDay }: AssessClaimInput,
  traces: Traces,
  { signals, held, at }: { readonly signals: readonly Signal[]; readonly held: boolean; readonly at: Date },
): Promise<KeptClaim> {
  const reference = makeClaimReference(randomBelow);
  const dueAt = answerDue(at);
  const [row] = await tx
    .insert(claims)
    .values({
      councilId: scope.council.id,
      exerciseId: exercise.id,
      reference,
      ...traces,
      way,
      state: held ? "held" : "passed",
      locale: scope.locale,
      askedHour: floorTo(at, HOUR_MS),
      areaId,
      sealedEmail: email === "" ? null : seal("claim-email", email),
      signals,
      ...(held ? { heldAt: at, dueAt } : {}),
      forgetAt: londonInstant(addDays(lastDay, CHALLENGE_DAYS + 1), "00:00"),
    })
    .returning({ id: claims.id });
  if (!row) throw new Error("The request was not kept");
  return { id: row.id, reference, dueAt };
}

/** Five in the afternoon of the second working day. */
export const answerDue = (at: Date): Date => londonInstant(addWorkingDays(londonDay(at), ANSWER_DAYS), "17:00");

async function keepVoters(tx: Transaction, claimId: string, { voters }: AssessClaimInput): Promise<void> {
  await tx.insert(claimVoters).values(voters.map((voter) => ({ claimId, ...voter }))).onConflictDoNothing();
}

async function countMinute(tx: Transaction, scope: AnyScope, exerciseId: string, held: boolean, at: Date): Promise<void> {
  await tx
    .insert(claimMinutes)
    .values({ exerciseId, councilId: scope.council.id, minute: floorTo(at, MINUTE_MS), asked: 1, held: held ? 1 : 0 })
    .onConflictDoUpdate({ target: [claimMinutes.exerciseId, claimMinutes.minute], set: { asked: sql`${claimMinutes.asked} + 1`, held: sql`${claimMinutes.held} + ${held ? 1 : 0}` } });
}

async function tellHeld(tx: Transaction, scope: AnyScope, { exercise, email }: AssessClaimInput, { id, reference, dueAt }: KeptClaim, signals: readonly Signal[]): Promise<void> {
  await record(tx, scope, { act: "claim.held", thing: { kind: "claim", id }, detail: { signals: signals.map(({ kind }) => kind) } });
  if (email === "") return;
  const t = messages(scope.locale).claims;
  const shown = showClaimReference(reference);
  await queueMail(tx, {
    to: email,
    subject: t.mail.heldSubject({ reference: shown }),
    body: t.mail.heldBody({
      vote: textIn(exercise.title, scope.locale).text,
      reference: shown,
      why: signals.map(({ kind }) => t.because[kind]).join(" "),
      due: format(scope.locale).longDate(dueAt),
      link: requestAddress(scope, reference),
      phone: scope.council.contactPhone,
    }),
  });
}
