import type { Actor } from "#domain/councils/actor.ts";
import { anyOf, type Rule } from "./rule.ts";

/** A polling place, or what was printed for it. */
export interface PlaceToJudge {
  readonly presidingOfficers: readonly string[];
}

const presides = (actor: Actor, thing: PlaceToJudge): boolean => actor.roles.includes("presiding-officer") && thing.presidingOfficers.includes(actor.personId);

/** Paper ballots and polling places. A presiding officer acts at the places that are theirs. */
export const paperActs = {
  "paper.see": anyOf("engagement-officer", "returning-officer", "presiding-officer", "count-officer", "council-admin", "auditor"),
  "place.manage": anyOf("returning-officer", "council-admin"),
  "paper.print": anyOf("returning-officer"),
  "paper.hand-out": ((actor, thing: PlaceToJudge) => presides(actor, thing)) as Rule<PlaceToJudge>,
  "paper.write-account": ((actor, thing: PlaceToJudge) => presides(actor, thing) || actor.roles.includes("returning-officer")) as Rule<PlaceToJudge>,
  "device.share": ((actor, thing: PlaceToJudge) => presides(actor, thing)) as Rule<PlaceToJudge>,
  "paper.key": anyOf("count-officer", "returning-officer"),
  // A third person: the command and the database ask besides that they keyed nothing of the batch.
  "paper.decide": anyOf("count-officer", "returning-officer"),
  "paper.sign-off": anyOf("returning-officer"),
  // The second name under a batch that does not balance: the command and the database ask that it is another's.
  "paper.countersign": anyOf("returning-officer", "count-officer"),
  "vote.assist": anyOf("returning-officer", "presiding-officer", "engagement-officer"),
} satisfies Record<string, Rule<PlaceToJudge> | Rule>;
