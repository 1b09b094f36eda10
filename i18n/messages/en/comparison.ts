import { plural } from "../../plural.ts";

interface Counted {
  readonly count: number;
  readonly shown: string;
}

/** Words of the comparison of every counting rule on one vote's ballots. */
export const comparison = {
  title: "By every rule that fits these ballots",
  lead: (p: { same: Counted; all: string }) =>
    p.same.count === 0
      ? `The same ballots were counted by ${p.all} other rules. Each of them would have chosen differently.`
      : plural("en", p.same.count, {
          one: `The same ballots were counted by ${p.all} other rules. One of them would have chosen the same projects.`,
          other: `The same ballots were counted by ${p.all} other rules. ${p.same.shown} of them would have chosen the same projects.`,
        }),
  allSame: (p: { all: string }) => `The same ballots were counted by ${p.all} other rules. All of them would have chosen the same projects.`,
  always: (p: { projects: string }) => `Chosen by every rule: ${p.projects}.`,
  alwaysNone: "No project is chosen by every rule.",
  sometimes: (p: { projects: string }) => `Chosen by some rules only: ${p.projects}.`,
  table: "What each rule would have chosen",
  rules: "Rules",
  winners: "Projects",
  spent: "Money spent",
  without: "Voters with no winner",
  difference: "Beside the result",
  result: "The result",
  gains: (p: { projects: string }) => `Chooses also ${p.projects}.`,
  loses: (p: { projects: string }) => `Leaves out ${p.projects}.`,
  ties: "Where a rule met a tie that only lots could settle, the lots drawn for the result decided it, or else the order of the list.",
  byArea: {
    title: "Money and voters by area",
    plotCaption: "Share of the money, and below it share of the voters",
    shareOfSpend: "Of the money",
    shareOfVoters: "Of the voters",
    plot: "Both shares as bars",
    table: "Spend and coverage by area",
    voters: "Voters",
    spent: "Money spent",
    covered: "Voters with at least one winner",
  },
  unfit: "Rules that do not fit, and why",
  reasons: {
    "needs-threshold": (p: { rules: string }) => `${p.rules}: it needs a least number of votes, and none was agreed for this vote.`,
    "fills-places": (p: { rules: string }) => `${p.rules}: these rules fill places in an office. They know neither costs nor a pot of money.`,
    "too-many-sets": (p: { rules: string }) => `${p.rules}: millions of sets of projects are nearly as good as the best one. Telling them apart would take too long.`,
  },
} as const;
