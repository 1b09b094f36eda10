import { anyOf, type Rule } from "./rule.ts";

export interface ReissueToJudge {
  /** Who proposed the answer; nobody yet where it is being proposed. */
  readonly proposedBy?: string | null;
}

const desk = anyOf("returning-officer", "council-admin");

/** Voters who lost the key of a ballot they never cast: one officer proposes an answer, another confirms it. */
export const reissueActs = {
  "reissue.propose": desk,
  "reissue.confirm": ((actor, thing: ReissueToJudge) => desk(actor, thing) && thing.proposedBy !== actor.personId) as Rule<ReissueToJudge>,
} satisfies Record<string, Rule<ReissueToJudge> | Rule>;
