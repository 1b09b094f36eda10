import type { BordaForm } from "./borda.ts";

/** Rules that decide who fills an office. The ids are those of published reference results. */
export const ELECTION_RULE_IDS = [
  "scottish_stv",
  "irv",
  "supplementary_vote",
  "fptp",
  "borda_classic",
  "borda_average",
  "borda_modified",
  "borda_dowdall",
  "schulze_winning_votes",
  "approval_of_ranked",
  "approval",
  "score",
] as const;
export type ElectionRuleId = (typeof ELECTION_RULE_IDS)[number];
/** Rules that read preferences; the others read points. */
export type RankingRuleId = Exclude<ElectionRuleId, "approval" | "score">;

/** What a rule id stands for, of those that read preferences. */
export type ElectionRule =
  | { readonly family: "single-transferable-vote" | "alternative-vote" | "supplementary-vote" | "first-past-the-post" | "schulze" | "approvals" }
  | { readonly family: "borda"; readonly form: BordaForm };

export function electionRule(id: RankingRuleId): ElectionRule {
  switch (id) {
    case "scottish_stv":
      return { family: "single-transferable-vote" };
    case "irv":
      return { family: "alternative-vote" };
    case "supplementary_vote":
      return { family: "supplementary-vote" };
    case "fptp":
      return { family: "first-past-the-post" };
    case "schulze_winning_votes":
      return { family: "schulze" };
    case "approval_of_ranked":
      return { family: "approvals" };
    case "borda_classic":
      return { family: "borda", form: "classic" };
    case "borda_average":
      return { family: "borda", form: "average" };
    case "borda_modified":
      return { family: "borda", form: "modified" };
    case "borda_dowdall":
      return { family: "borda", form: "dowdall" };
  }
}

export function isElectionRuleId(id: string): id is ElectionRuleId {
  return (ELECTION_RULE_IDS as readonly string[]).includes(id);
}
