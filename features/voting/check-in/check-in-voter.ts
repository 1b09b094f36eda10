import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { rollEntries } from "#db/schema/eligibility/rolls.ts";
import { checkIns, handOverCodes } from "#db/schema/voting/access-codes.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { paperBatches } from "#db/schema/voting/paper.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { ageBandOf, ageOn } from "#domain/eligibility/age.ts";
import { NOTHING_SAID, type Claim } from "#domain/eligibility/claim.ts";
import { pollingDayOf, reasonsAgainst, type Reason } from "#domain/eligibility/electorate.ts";
import { nameWords } from "#domain/eligibility/rolls/name-forms.ts";
import { electorIdentity, emailIdentity, personIdentity, type VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { HAND_OVER_MINUTES } from "#domain/voting/access-codes/code-limits.ts";
import { HAND_OVER_BYTES, makeHandOverCode, type HandOverCode } from "#domain/voting/access-codes/voting-code.ts";
import type { CheckInOutcome, DocumentSeen } from "#domain/voting/check-in/document-seen.ts";
import { shownBatchCode } from "#domain/voting/paper/paper-number.ts";
import { areasAround, findAreaOfPostcode, getElectorate } from "#features/eligibility/queries.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { getStanding } from "#features/voting/credentials/queries.ts";
import { issuePaper, type IssueRefusal } from "#features/voting/paper/issue-paper.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { keyedHash, seal } from "#platform/keys.ts";
import { getMyPlace } from "./queries.ts";

/** Who stands before the officer. */
export type CheckedIn =
  | { readonly kind: "elector"; readonly rollId: string; readonly entryId: string }
  | { readonly kind: "person"; readonly name: string; readonly birthDate: string; readonly postcode: string; readonly email: string | null };

export interface CheckInInput {
  /** The form's own number: the same form again gives the same code. */
  readonly once: string;
  readonly voteId: string;
  readonly placeId: string;
  readonly pollIds: readonly string[];
  readonly who: CheckedIn;
  readonly document: DocumentSeen;
  readonly outcome: CheckInOutcome;
}

/** What the officer hands over. */
export type HandedOver =
  | { readonly kind: "online"; readonly code: HandOverCode; readonly expiresAt: Date; readonly pollIds: readonly string[] }
  | { readonly kind: "paper"; readonly papers: readonly { readonly pollId: string; readonly batch: string }[] };

export type CheckInRefusal =
  | { readonly code: "not-open" | "closed" | "already-marked" | "none-left" | "account-written" }
  | { readonly code: "not-eligible"; readonly reasons: readonly Reason[]; readonly claim: Claim };

/** What is kept of a hand-over code. */
export const handOverHash = (code: HandOverCode): Buffer => keyedHash("hand-over-code", code);

/**
 * Checks somebody in at a polling place: an officer has seen them and what they showed. They get a code for the device of the place,
 * or a paper of each ballot that is theirs. The roll's mark decides as everywhere: whoever has one gets nothing more. Kept are the kind
 * of document and a keyed hash of who it was; the audit trail has the place and the outcome.
 * 404 for a place where the officer may check nobody in, and for an entry that is on no roll of the council.
 */
export async function checkInVoter(scope: ActorScope, input: CheckInInput): Promise<Result<HandedOver, CheckInRefusal>> {
  const place = await getMyPlace(scope, input.placeId);
  authorise(scope, "voter.check-in", place);
  const { claim, identity } = await claimOf(scope, input.who);
  const decisions = await Promise.all(
    input.pollIds.map(async (pollId) => {
      const poll = await getPoll(scope, pollId);
      const day = pollingDayOf(poll.closesAt ?? now());
      return { pollId, day, phase: (await getStanding(scope, pollId, null)).phase, against: reasonsAgainst(await getElectorate(scope, poll.electorateId), claim, day) };
    }),
  );
  if (decisions.every(({ phase }) => phase !== "open")) return err({ code: decisions.some(({ phase }) => phase === "not-open") ? "not-open" : "closed" });
  const theirs = decisions.filter(({ phase, against }) => phase === "open" && against.length === 0);
  const [first] = theirs;
  if (!first) return err({ code: "not-eligible", reasons: decisions[0]?.against ?? [], claim });

  const marked = await markedPolls(scope, theirs.map(({ pollId }) => pollId), identity);
  const pollIds = theirs.map(({ pollId }) => pollId).filter((pollId) => !marked.has(pollId));
  if (pollIds.length === 0) return err({ code: "already-marked" });
  const entry = { areaId: claim.home?.[0] ?? null, ageBand: claim.age === null ? "" : ageBandOf(ageOn(claim.age, first.day).least) };
  return input.outcome === "online" ? handOver(scope, input, { identity, pollIds, ...entry }) : handPapers(scope, input, { identity, pollIds, ...entry });
}

interface Entitled {
  readonly identity: VoterIdentity;
  readonly pollIds: readonly string[];
  readonly areaId: string | null;
  readonly ageBand: string;
}

async function claimOf(scope: ActorScope, who: CheckedIn): Promise<{ readonly claim: Claim; readonly identity: VoterIdentity }> {
  const seen: Claim = { ...NOTHING_SAID, identityLevel: 4 };
  if (who.kind === "elector") {
    const [row] = await database()
      .select()
      .from(rollEntries)
      .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, who.rollId), eq(rollEntries.id, who.entryId), isNull(rollEntries.removedAt)));
    const { areaId, birthDate, birthYear, school } = found(row, "roll entry");
    return {
      identity: electorIdentity(who.entryId),
      claim: {
        ...seen,
        home: areaId === null ? null : await areasAround(scope, areaId),
        age: birthDate !== null ? { kind: "born", on: birthDate } : birthYear !== null ? { kind: "born-in", year: birthYear } : null,
        school: school === "" ? null : school,
        electors: { [who.rollId]: who.entryId },
      },
    };
  }
  const { name, birthDate, postcode, email } = who;
  const area = await findAreaOfPostcode(scope, postcode);
  const hash = keyedHash("person-seen", nameWords(name).join(" "), birthDate, postcode).toString("hex");
  return {
    identity: email === null ? personIdentity(hash) : emailIdentity(email),
    claim: { ...seen, home: area?.areaIds ?? [], age: { kind: "born", on: birthDate } },
  };
}

async function markedPolls(scope: ActorScope, pollIds: readonly string[], identity: VoterIdentity): Promise<ReadonlySet<string>> {
  const rows = await database()
    .select({ pollId: rollMarks.pollId })
    .from(rollMarks)
    .where(and(eq(rollMarks.councilId, scope.council.id), inArray(rollMarks.pollId, [...pollIds]), inArray(rollMarks.voterHash, pollIds.map((pollId) => voterHash(pollId, identity)))));
  return new Set(rows.map(({ pollId }) => pollId));
}

/** A code that opens their ballots on the device of the place, once and for some minutes. The one before it ends. */
function handOver(scope: ActorScope, input: CheckInInput, entitled: Entitled): Promise<Result<HandedOver, CheckInRefusal>> {
  const code = makeHandOverCode(keyedHash("hand-over", input.once, entitled.identity).subarray(0, HAND_OVER_BYTES));
  return inTransaction(async (tx) => {
    const checkInId = await keepCheckIn(tx, scope, input, entitled);
    await tx.delete(handOverCodes).where(and(eq(handOverCodes.checkInId, checkInId), isNull(handOverCodes.usedAt)));
    const [made] = await tx
      .insert(handOverCodes)
      .values({
        codeHash: handOverHash(code),
        councilId: scope.council.id,
        voteId: input.voteId,
        checkInId,
        identity: seal("hand-over", entitled.identity),
        expiresAt: sql`now() + make_interval(mins => ${HAND_OVER_MINUTES})`,
      })
      .onConflictDoUpdate({ target: handOverCodes.codeHash, set: { checkInId } })
      .returning({ expiresAt: handOverCodes.expiresAt });
    return ok({ kind: "online" as const, code, expiresAt: found(made, "code").expiresAt, pollIds: entitled.pollIds });
  });
}

/** A paper of each ballot, out of the pads of the place. */
async function handPapers(scope: ActorScope, input: CheckInInput, entitled: Entitled): Promise<Result<HandedOver, CheckInRefusal>> {
  const pads = await database()
    .select({ id: paperBatches.id, pollId: paperBatches.pollId, number: paperBatches.number, letters: pollingPlaces.letters })
    .from(paperBatches)
    .innerJoin(pollingPlaces, eq(pollingPlaces.id, paperBatches.placeId))
    .where(
      and(
        eq(paperBatches.councilId, scope.council.id),
        eq(paperBatches.placeId, input.placeId),
        inArray(paperBatches.pollId, [...entitled.pollIds]),
        isNull(paperBatches.accountAt),
        sql`${paperBatches.marked} < ${paperBatches.printed}`,
      ),
    )
    .orderBy(asc(paperBatches.number));
  const papers: { pollId: string; batch: string }[] = [];
  let refused: IssueRefusal = "none-left";
  for (const pollId of entitled.pollIds) {
    const pad = pads.find((each) => each.pollId === pollId);
    if (!pad) continue;
    const issued = await issuePaper(scope, { batchId: pad.id, voterHash: voterHash(pollId, entitled.identity), areaId: entitled.areaId, ageBand: entitled.ageBand });
    if (issued.ok) papers.push({ pollId, batch: shownBatchCode(pad.letters, pad.number) });
    else refused = issued.error;
  }
  if (papers.length === 0) return err({ code: refused === "already-voted" ? "already-marked" : refused });
  await inTransaction((tx) => keepCheckIn(tx, scope, input, { ...entitled, pollIds: papers.map(({ pollId }) => pollId) }));
  return ok({ kind: "paper", papers });
}

async function keepCheckIn(tx: Parameters<Parameters<typeof inTransaction>[0]>[0], scope: ActorScope, input: CheckInInput, { identity, pollIds, areaId, ageBand }: Entitled): Promise<string> {
  const { voteId, placeId, document, outcome } = input;
  const kept = { pollIds: [...pollIds], placeId, document, outcome, areaId, ageBand, officerId: scope.actor.personId, seenAt: now() };
  const [row] = await tx
    .insert(checkIns)
    .values({ councilId: scope.council.id, voteId, voterKey: keyedHash("check-in", voteId, identity), ...kept })
    .onConflictDoUpdate({ target: [checkIns.voteId, checkIns.voterKey], set: kept })
    .returning({ id: checkIns.id });
  const { id } = found(row, "check-in");
  await record(tx, scope, { act: "voter.checked-in", thing: { kind: "check-in", id }, detail: { voteId, placeId, document, outcome, onRoll: input.who.kind === "elector", ballots: pollIds.length } });
  return id;
}
