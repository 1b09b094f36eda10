import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetListingClaimAppeals, assetListingClaimDecisions, assetListingClaimOfficers, assetListingClaimParts, assetListingClaimReviews, assetListingClaims, assetListingEvidence } from "#db/schema/asset-transfers/compensation.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { CLAIM_PARTS, type ClaimPart, type ClaimRound } from "#domain/asset-transfers/compensation.ts";
import type { AppealOutcome } from "#domain/asset-transfers/review.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ScanState } from "#domain/basics/scan-state.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { CLAIM_ROLES, type CompensationToJudge } from "#domain/policy/asset-transfers.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { toJudge } from "../queries.ts";

/** A decision on a claim; money in pence. */
export interface ClaimDecision {
  readonly amountPence: number;
  readonly decidedOn: CivilDay;
  readonly post: string;
  readonly reasons: string;
  readonly heardOn: CivilDay | null;
}

/** An owner's claim for compensation with all that came of it. For the owner and for officers who were asked to it. */
export interface ClaimInView {
  readonly id: string;
  readonly claimedOn: CivilDay;
  /** Of one that came on paper. */
  readonly letter: string;
  readonly parts: readonly { readonly part: ClaimPart; readonly amountPence: number; readonly endedOn: CivilDay; readonly what: string; readonly evidence: readonly { readonly id: string; readonly name: string; readonly scan: ScanState }[] }[];
  readonly officers: Readonly<Partial<Record<ClaimRound, { readonly personId: string; readonly name: string }>>>;
  readonly decisions: Readonly<Partial<Record<ClaimRound, ClaimDecision>>>;
  readonly review: { readonly askedOn: CivilDay; readonly reasons: string; readonly hearing: boolean; readonly letter: string } | null;
  readonly appeal: { readonly appealedOn: CivilDay; readonly reference: string; readonly ended: { readonly outcome: AppealOutcome; readonly amountPence: number | null; readonly endedOn: CivilDay } | null } | null;
}

type ClaimRow = typeof assetListingClaims.$inferSelect;

async function inView(rows: readonly ClaimRow[]): Promise<readonly ClaimInView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [parts, evidence, officers, decisions, reviews, appeals] = await Promise.all([
    database().select().from(assetListingClaimParts).where(inArray(assetListingClaimParts.claimId, ids)),
    database().select({ id: assetListingEvidence.id, claimId: assetListingEvidence.claimId, part: assetListingEvidence.part, name: assetListingEvidence.name, scan: assetListingEvidence.scan }).from(assetListingEvidence).where(inArray(assetListingEvidence.claimId, ids)),
    database()
      .select({ claimId: assetListingClaimOfficers.claimId, round: assetListingClaimOfficers.round, personId: people.id, name: nameOf })
      .from(assetListingClaimOfficers)
      .innerJoin(people, eq(people.id, assetListingClaimOfficers.personId))
      .where(inArray(assetListingClaimOfficers.claimId, ids))
      .orderBy(asc(assetListingClaimOfficers.askedAt), asc(assetListingClaimOfficers.id)),
    database().select().from(assetListingClaimDecisions).where(inArray(assetListingClaimDecisions.claimId, ids)),
    database().select().from(assetListingClaimReviews).where(inArray(assetListingClaimReviews.claimId, ids)),
    database().select().from(assetListingClaimAppeals).where(inArray(assetListingClaimAppeals.claimId, ids)),
  ]);
  return rows.map(({ id, claimedOn, letter }) => {
    const review = reviews.find(({ claimId }) => claimId === id);
    const appeal = appeals.find(({ claimId }) => claimId === id);
    return {
      id,
      claimedOn,
      letter,
      parts: CLAIM_PARTS.flatMap((part) => parts.filter((each) => each.claimId === id && each.part === part)).map(({ part, amountPence, endedOn, what }) => ({ part, amountPence, endedOn, what, evidence: evidence.filter((each) => each.claimId === id && each.part === part) })),
      officers: Object.fromEntries(officers.filter(({ claimId }) => claimId === id).map(({ round, personId, name }) => [round, { personId, name }])),
      decisions: Object.fromEntries(decisions.filter(({ claimId }) => claimId === id).map(({ round, amountPence, decidedOn, post, reasons, heardOn }) => [round, { amountPence, decidedOn, post, reasons, heardOn }])),
      review: review ? { askedOn: review.askedOn, reasons: review.reasons, hearing: review.hearing, letter: review.letter } : null,
      appeal: appeal ? { appealedOn: appeal.appealedOn, reference: appeal.reference, ended: appeal.outcome !== null && appeal.endedOn !== null ? { outcome: appeal.outcome, amountPence: appeal.amountPence, endedOn: appeal.endedOn } : null } : null,
    };
  });
}

const nameOf = sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})`;

/** What policy asks of a claim: who works on the listing, and whom the council asked last to decide in each round. */
export async function claimToJudge(executor: Executor, transfer: { readonly id: string; readonly applicantId: string | null }, claimId: string): Promise<CompensationToJudge> {
  const asked = await executor
    .select({ round: assetListingClaimOfficers.round, personId: assetListingClaimOfficers.personId })
    .from(assetListingClaimOfficers)
    .where(eq(assetListingClaimOfficers.claimId, claimId))
    .orderBy(asc(assetListingClaimOfficers.askedAt), asc(assetListingClaimOfficers.id));
  const newest = new Map(asked.map((each) => [each.round, each]));
  return { ...(await toJudge(executor, transfer)), claimOfficers: [...newest.values()] };
}

/** Claims of whoever asks about this land, the newest first. */
export async function listOwnClaims(scope: MemberScope, transferId: string): Promise<readonly ClaimInView[]> {
  return inView(await database().select().from(assetListingClaims).where(and(eq(assetListingClaims.transferId, transferId), eq(assetListingClaims.personId, scope.actor.personId))).orderBy(desc(assetListingClaims.sentAt)));
}

/** Claims about this land that an officer reads: all for whoever looks after the listing, else those they were asked to decide. */
export async function listClaimsForOfficers(scope: ActorScope, transfer: { readonly id: string; readonly applicantId: string | null }): Promise<readonly ClaimInView[]> {
  const rows = await database().select().from(assetListingClaims).where(eq(assetListingClaims.transferId, transfer.id)).orderBy(desc(assetListingClaims.sentAt));
  const readable = await Promise.all(rows.map(async ({ id }) => can(scope.actor, "asset-claim.read", await claimToJudge(database(), transfer, id))));
  return inView(rows.filter((_, index) => readable[index]));
}

export interface ClaimOnDesk {
  readonly claim: ClaimInView;
  readonly title: BilingualText;
  readonly judged: CompensationToJudge;
}

/** One claim for an officer who was asked to it; 404 where there is none, 403 for any other. */
export async function getClaimForOfficers(scope: ActorScope, slug: string, claimId: string): Promise<ClaimOnDesk> {
  const [row] = !isUuid(claimId)
    ? []
    : await database()
        .select({ claim: assetListingClaims, transfer: assetTransfers })
        .from(assetListingClaims)
        .innerJoin(assetTransfers, eq(assetTransfers.id, assetListingClaims.transferId))
        .where(and(eq(assetListingClaims.id, claimId), eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)));
  const { claim, transfer } = found(row, "claim");
  const judged = await claimToJudge(database(), transfer, claim.id);
  authorise(scope, "asset-claim.read", judged);
  const [view] = await inView([claim]);
  return { claim: found(view, "claim"), title: { en: transfer.titleEn, cy: transfer.titleCy }, judged };
}

/** A piece of evidence with its bytes, for an officer who reads the claim; 404 for one that waits for the scanner or was refused. */
export async function findEvidence(scope: ActorScope, slug: string, claimId: string, id: string) {
  await getClaimForOfficers(scope, slug, claimId);
  const [row] = !isUuid(id) ? [] : await database().select().from(assetListingEvidence).where(and(eq(assetListingEvidence.claimId, claimId), eq(assetListingEvidence.id, id), eq(assetListingEvidence.scan, "clean")));
  return found(row, "evidence");
}

/** Officers who hold a role for deciding on claims, by name. */
export async function listClaimOfficersToAsk(scope: ActorScope): Promise<readonly { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }[]> {
  return database()
    .select({ personId: people.id, name: nameOf, roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), inArray(memberships.role, [...CLAIM_ROLES])))
    .groupBy(people.id)
    .orderBy(sql`lower(${nameOf})`);
}
