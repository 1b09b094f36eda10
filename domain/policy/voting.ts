import type { PollState } from "#domain/voting/poll.ts";
import { anyOf, anyOfficer, type Rule } from "./rule.ts";

export interface PollToJudge {
  readonly state: PollState;
}

const returningOfficer = anyOf("returning-officer");

export const votingActs = {
  "turnout.see": anyOfficer,
  "roll.manage": anyOf("returning-officer", "council-admin"),
  "poll.close": ((actor, thing: PollToJudge) => returningOfficer(actor, thing) && thing.state === "ready") as Rule<PollToJudge>,
  "poll.count": ((actor, thing: PollToJudge) =>
    returningOfficer(actor, thing) && (thing.state === "closed" || thing.state === "counted")) as Rule<PollToJudge>,
  // Until it is declared a count is known to those who answer for it, and to nobody else who works for the council.
  "poll.see-count": ((actor, thing: PollToJudge) => returningOfficer(actor, thing) || (anyOfficer(actor, thing) && thing.state === "declared")) as Rule<PollToJudge>,
  "poll.record-lots": ((actor, thing: PollToJudge) => returningOfficer(actor, thing) && thing.state === "closed") as Rule<PollToJudge>,
  "poll.declare": ((actor, thing: PollToJudge) => returningOfficer(actor, thing) && thing.state === "counted") as Rule<PollToJudge>,
} satisfies Record<string, Rule<PollToJudge> | Rule>;
