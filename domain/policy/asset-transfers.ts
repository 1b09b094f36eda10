import type { ClaimRound } from "#domain/asset-transfers/compensation.ts";
import type { TransferPart } from "#domain/asset-transfers/part.ts";
import type { Role } from "#domain/councils/role.ts";
import { anyOf, mayAnswerAppeal, type Rule, type TakenDown } from "./rule.ts";

export interface TransferToJudge extends TakenDown {
  /** Who applies for the organisation; null where its application came on paper. */
  readonly applicantId: string | null;
  /** Whose land it is that was listed, where they have opened the owner's page. */
  readonly ownerId?: string | null;
  /** Who was asked to do what about it, and still is. */
  readonly parts: readonly { readonly personId: string; readonly part: TransferPart }[];
}

export interface CompensationToJudge extends TransferToJudge {
  /** Whom the council asked to decide on an owner's claim, and on a review of that: the newest of each round. */
  readonly claimOfficers?: readonly { readonly personId: string; readonly round: ClaimRound }[];
}

/** Roles of those who may be asked to do a part. */
export const PART_ROLES: Readonly<Record<TransferPart, readonly Role[]>> = {
  case: ["engagement-officer", "council-admin"],
  score: ["service-reviewer", "engagement-officer", "council-admin"],
  settle: ["approver", "engagement-officer", "council-admin"],
  decide: ["approver", "council-admin"],
  review: ["approver", "council-admin"],
};

/** Nobody acts for the council on an application of their own organisation, or about their own land. */
const notOwn =
  (rule: Rule): Rule<TransferToJudge> =>
  (actor, thing) =>
    rule(actor, thing) && thing.applicantId !== actor.personId && thing.ownerId !== actor.personId;

/** Whoever was asked to do this part of it, while they hold a role for it. */
const asked = (...parts: readonly TransferPart[]): Rule<TransferToJudge> =>
  notOwn((actor, thing) => (thing as TransferToJudge).parts.some(({ personId, part }) => personId === actor.personId && parts.includes(part) && anyOf(...PART_ROLES[part])(actor, thing)));

/** Roles of those who may be asked to decide on an owner's claim. */
export const CLAIM_ROLES: readonly Role[] = ["approver", "council-admin"];

/** Whoever was asked to decide on a claim in this round, while they hold a role for it. */
const askedClaim = (...rounds: readonly ClaimRound[]): Rule<CompensationToJudge> =>
  notOwn((actor, thing) => anyOf(...CLAIM_ROLES)(actor, thing) && ((thing as CompensationToJudge).claimOfficers ?? []).some(({ personId, round }) => personId === actor.personId && rounds.includes(round)));

const readsClaims: Rule<CompensationToJudge> = (actor, thing) => asked("case")(actor, thing) || askedClaim("first", "review")(actor, thing);

const officer = anyOf("engagement-officer", "council-admin");

/** The register of land and buildings, and applications for them. Of an application officers see what is public; its papers are read by those who were asked to do a part of it. */
export const assetTransferActs = {
  "asset.edit": officer,
  "asset-transfer.list": anyOf("engagement-officer", "approver", "service-reviewer", "council-admin", "moderator", "auditor"),
  "asset-transfer.look": notOwn(anyOf("moderator", "engagement-officer", "council-admin")),
  "asset-transfer.answer-comment-appeal": notOwn((actor, thing) => anyOf("moderator", "engagement-officer", "council-admin")(actor, thing) && mayAnswerAppeal(actor, thing as TransferToJudge)),
  "asset-transfer.edit": officer,
  "asset-transfer.give-part": notOwn(officer),
  "asset-transfer.read": asked("case", "score", "settle", "decide", "review"),
  "asset-transfer.move": asked("case"),
  "asset-transfer.check-identity": asked("case"),
  "asset-transfer.declare-interest": asked("score", "settle", "decide", "review"),
  "asset-transfer.score": asked("score"),
  "asset-transfer.settle": asked("settle"),
  "asset-transfer.decide": asked("decide"),
  "asset-transfer.review": asked("review"),
  "asset-claim.read": readsClaims,
  "asset-claim.decide": askedClaim("first"),
  "asset-claim.review": askedClaim("review"),
} satisfies Record<string, Rule<CompensationToJudge> | Rule<TransferToJudge> | Rule>;
