import { anyOf, anyOfficer, type Rule } from "./rule.ts";

/** A thing that a partner's own officers may act on: its requests, the targets that relate to it. */
export interface PartnersThing {
  readonly partnerOfficers: readonly string[];
}

const officer = anyOf("engagement-officer", "council-admin");
const officerOrPartner: Rule<PartnersThing> = (actor, thing) => officer(actor, thing) || (thing?.partnerOfficers ?? []).includes(actor.personId);

/** The partnership and the duty to co-operate, plans and the targets in them. */
export const partnershipActs = {
  "partnership.see": anyOfficer,
  "partnership.edit": officer,
  "cooperation.send": officer,
  "cooperation.answer": officerOrPartner,
  "plan.edit": officer,
  "plan.record-step": anyOf("engagement-officer", "approver", "council-admin"),
  "plan.sign": anyOf("approver", "council-admin"),
  "change.propose": officer,
  "change.record-consent": officerOrPartner,
  // Who proposes a change does not put it into effect.
  "change.decide": ((actor, thing: { readonly proposedBy: string | null }) => anyOf("approver", "council-admin")(actor, thing) && thing.proposedBy !== actor.personId) as Rule<{ readonly proposedBy: string | null }>,
  // Whoever proposed it, and nobody else: another ends it by deciding it.
  "change.withdraw": ((actor, thing: { readonly proposedBy: string | null }) => officer(actor, null) && thing.proposedBy === actor.personId) as Rule<{ readonly proposedBy: string | null }>,
  "return.give": officerOrPartner,
  "quarter.reopen": anyOf("approver", "council-admin"),
  "assessment.edit": officer,
} satisfies Record<string, Rule<never>>;
