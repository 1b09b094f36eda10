import { anyOf, anyOfficer, type Rule } from "./rule.ts";

export interface TransferToJudge {
  /** Who applies for the organisation; null where its application came on paper. */
  readonly applicantId: string | null;
  /** Who scored it. */
  readonly scorers: readonly string[];
}

/** Nobody acts for the council on an application of their own organisation. */
const notOwn =
  (rule: Rule): Rule<TransferToJudge> =>
  (actor, thing) =>
    rule(actor, thing) && thing.applicantId !== actor.personId;

const officer = anyOf("engagement-officer", "council-admin");

/** The register of land and buildings, and applications for them. */
export const assetTransferActs = {
  "asset.edit": officer,
  "asset-transfer.see": anyOfficer,
  "asset-transfer.edit": officer,
  "asset-transfer.move": notOwn(officer),
  "asset-transfer.check-identity": notOwn(officer),
  "asset-transfer.score": notOwn(anyOf("service-reviewer", "engagement-officer", "council-admin")),
  // What two gave is settled by a third.
  "asset-transfer.moderate": ((actor, thing: TransferToJudge) => notOwn(anyOf("approver", "engagement-officer", "council-admin"))(actor, thing) && !thing.scorers.includes(actor.personId)) as Rule<TransferToJudge>,
  "asset-transfer.decide": notOwn(anyOf("approver", "council-admin")),
} satisfies Record<string, Rule<TransferToJudge> | Rule>;
