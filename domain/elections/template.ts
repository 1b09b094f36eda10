import type { ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import type { ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { CalendarDays } from "./calendar.ts";

/** Rules by which an election may be counted here, each with the ballot that people fill in for it. */
export const OFFICE_RULES = ["supplementary_vote", "irv", "scottish_stv", "fptp", "approval"] as const satisfies readonly ElectionRuleId[];
export type OfficeRule = (typeof OFFICE_RULES)[number];

export const BALLOT_OF_RULE = {
  supplementary_vote: "first-and-second",
  irv: "ranked",
  scottish_stv: "ranked",
  fptp: "single-choice",
  approval: "approval",
} as const satisfies Record<OfficeRule, BallotKind>;

export const ELECTION_TEMPLATES = ["young-mayor", "youth-council", "parish-poll", "citizens-panel"] as const;
export type ElectionTemplate = (typeof ELECTION_TEMPLATES)[number];

/** Offices that templates know by name; their words are in i18n/messages. */
export const TEMPLATE_OFFICES = ["young-mayor", "deputy", "adviser", "member", "representative"] as const;
export type TemplateOffice = (typeof TEMPLATE_OFFICES)[number];

export interface TemplateOfElection {
  /** By rank, highest first, with how many people hold each. */
  readonly offices: readonly { readonly office: TemplateOffice; readonly places: number }[];
  /** A contest of its own in each ward; else one for everybody. */
  readonly byWard: boolean;
  readonly rule: OfficeRule;
  readonly electorate: ElectorateTerms;
  /** Age of a candidate on polling day, both ends allowed; null for no limit. */
  readonly candidateMinAge: number | null;
  readonly candidateMaxAge: number | null;
  /** People who must confirm that they nominate a candidate. */
  readonly nominators: number;
  /** The most a candidate may spend. */
  readonly spendingPence: number;
  readonly days: CalendarDays;
}

const CHILDREN: ElectorateTerms = { ties: ["live", "work", "study"], schools: [], minAge: 11, maxAge: 17, ageTold: "years", rollId: null, rollUse: "must", identityLevel: 3 };
const ADULTS: ElectorateTerms = { ties: ["live"], schools: [], minAge: 18, maxAge: null, ageTold: "years", rollId: null, rollUse: "must", identityLevel: 2 };

/**
 * How young mayor elections usually go, as in Lewisham since 2004: two preferences, voters of 11 to 17 who live, work or study there,
 * the runner-up is deputy and the next two are advisers (shared research, UK context, 2.8). Others follow the same calendar, shorter.
 */
export const TEMPLATES_OF_ELECTIONS: Readonly<Record<ElectionTemplate, TemplateOfElection>> = {
  "young-mayor": {
    offices: [
      { office: "young-mayor", places: 1 },
      { office: "deputy", places: 1 },
      { office: "adviser", places: 2 },
    ],
    byWard: false,
    rule: "supplementary_vote",
    electorate: CHILDREN,
    candidateMinAge: 13,
    candidateMaxAge: 17,
    nominators: 30,
    spendingPence: 5_000,
    days: { notice: 63, nominationsOpen: 56, nominationsClose: 28, withdrawBy: 26, votingOpens: 4, results: 1, removed: 60 },
  },
  "youth-council": {
    offices: [{ office: "member", places: 1 }],
    byWard: true,
    rule: "irv",
    electorate: { ...CHILDREN, ties: ["live", "study"] },
    candidateMinAge: 11,
    candidateMaxAge: 17,
    nominators: 5,
    spendingPence: 2_000,
    days: { notice: 49, nominationsOpen: 42, nominationsClose: 21, withdrawBy: 19, votingOpens: 4, results: 1, removed: 60 },
  },
  "parish-poll": {
    offices: [{ office: "representative", places: 1 }],
    byWard: false,
    rule: "fptp",
    electorate: ADULTS,
    candidateMinAge: 18,
    candidateMaxAge: null,
    nominators: 2,
    spendingPence: 10_000,
    days: { notice: 35, nominationsOpen: 34, nominationsClose: 21, withdrawBy: 19, votingOpens: 0, results: 1, removed: 35 },
  },
  "citizens-panel": {
    offices: [{ office: "member", places: 12 }],
    byWard: false,
    rule: "scottish_stv",
    electorate: { ...ADULTS, minAge: 16 },
    candidateMinAge: 16,
    candidateMaxAge: null,
    nominators: 2,
    spendingPence: 2_000,
    days: { notice: 49, nominationsOpen: 42, nominationsClose: 21, withdrawBy: 19, votingOpens: 14, results: 2, removed: 35 },
  },
};
