import { anyOf, anyOfficer, type Rule } from "./rule.ts";
import type { PartnersThing } from "./partnerships.ts";

const officer = anyOf("engagement-officer", "council-admin");

/** Money that several bodies put together. A body signs by its own officers; a council's approver enters what was signed on paper. */
export const pooledBudgetActs = {
  "pool.see": anyOfficer,
  "pool.edit": officer,
  "pool.allocate": officer,
  "pool.sign": ((actor, thing: PartnersThing) => anyOf("approver", "council-admin")(actor, thing) || (thing?.partnerOfficers ?? []).includes(actor.personId)) as Rule<PartnersThing>,
} satisfies Record<string, Rule<PartnersThing> | Rule>;
