import type { BilingualText } from "#domain/basics/bilingual.ts";

/** What must happen before a plan is in force, in the order its framework names. */
export const APPROVAL_STEPS = ["public-consultation", "partner-consultation", "partners-agreed", "councils-signed", "board-approval", "council-approval", "submission", "government-approval"] as const;
export type ApprovalStep = (typeof APPROVAL_STEPS)[number];

export const FRAMEWORK_CODES = ["local-area-agreement-2008", "multi-area-agreement", "council-plan", "combined-authority-plan", "local-outcomes-improvement-plan", "well-being-plan"] as const;
export type FrameworkCode = (typeof FRAMEWORK_CODES)[number];

/** The rules of a framework that a refusal can name; each has its source. */
export const FRAMEWORK_RULES = ["period", "designated", "statutory", "local", "designation", "revision", "consent", "lock", "memorandum", "approvals", "returns"] as const;
export type FrameworkRule = (typeof FRAMEWORK_RULES)[number];

/** What a framework may call by words of its own. */
export const FRAMEWORK_WORDS = ["targets", "designated", "statutory", "local"] as const;
export type FrameworkWord = (typeof FRAMEWORK_WORDS)[number];

/** Limits and approvals of a kind of plan. A plan keeps the ones it was begun under. */
export interface FrameworkRules {
  /** Whole years a plan runs; null where each plan says. */
  readonly periodYears: number | null;
  /** How many targets may be designated; null where the framework knows no designation. */
  readonly mostDesignated: number | null;
  readonly mostStatutory: number | null;
  /** How many targets of the partners' own; any number where it is not said. */
  readonly mostLocal?: number | null;
  /** Months after approval in which a target may be designated by notice. */
  readonly designateWithinMonths: number | null;
  /** Months after approval in which no local target is changed; 0 where there is no such lock. */
  readonly lockMonths: number;
  /** Designated targets change by an approved revision proposal only. */
  readonly designatedByRevision: boolean;
  /** Local targets change with the consent of every partner concerned only. */
  readonly localNeedsConsent: boolean;
  readonly approvals: readonly ApprovalStep[];
  readonly reviewEveryMonths: number;
  /** Days after a quarter in which its returns may be given. */
  readonly returnDays: number;
  /** A reading behind by no more than this share (per cent) of the whole planned movement is at risk, and further behind off track. */
  readonly atRiskPercent: number;
  readonly sources: Readonly<Partial<Record<FrameworkRule, string>>>;
  /** What it calls its targets and their kinds; the words of the pages where it says nothing. */
  readonly words?: Readonly<Partial<Record<FrameworkWord, BilingualText>>>;
}

export interface Framework extends FrameworkRules {
  readonly code: FrameworkCode;
  readonly name: BilingualText;
  /** The law or practice it stands on, as it is cited. */
  readonly law: string;
}

/** Where a rule comes from that no law asks for. */
export const OWN_PROTOCOL = "The partnership’s own protocol";
const LDEDCA = "Local Democracy, Economic Development and Construction Act 2009";
const LGPIHA = "Local Government and Public Involvement in Health Act 2007";

/**
 * The frameworks that come with Folkmoot. The limits of the local area agreement are those of 2008 to 2011 (see
 * docs/priorities.md for each source); the others bind by approvals and period only.
 */
export const FRAMEWORKS: readonly Framework[] = [
  {
    code: "local-area-agreement-2008",
    name: { en: "Local area agreement", cy: "Cytundeb ardal leol" },
    law: `${LGPIHA}, Part 5, chapter 1 (in use 2008 to 2011)`,
    periodYears: 3,
    mostDesignated: 35,
    mostStatutory: 16,
    designateWithinMonths: 1,
    lockMonths: 1,
    designatedByRevision: true,
    localNeedsConsent: true,
    approvals: ["partner-consultation", "partners-agreed", "council-approval", "submission", "government-approval"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: {
      period: "Agreements of 2008 to 2011, all signed for three years",
      designated: "Up to 35 of the 198 national indicators: Communities and Local Government, the single set of national indicators (2007)",
      statutory: "16 statutory education and early years targets beside the 35: agreements of 2008 to 2011",
      designation: `${LGPIHA}, section 109: by written notice within one month of approval`,
      revision: `${LGPIHA}, sections 110 to 112: by a revision proposal`,
      consent: `${LGPIHA}, section 110: with the consent of each partner authority concerned`,
      lock: `${LGPIHA}, section 110: not within one month of approval`,
      memorandum: `${LGPIHA}, section 113`,
      approvals: `${LGPIHA}, sections 106 and 107`,
      returns: OWN_PROTOCOL,
    },
  },
  {
    code: "multi-area-agreement",
    name: { en: "Multi-area agreement", cy: "Cytundeb amlardal" },
    law: "Local Democracy, Economic Development and Construction Act 2009, Part 7 (repealed by the Deregulation Act 2015)",
    periodYears: null,
    mostDesignated: null,
    mostStatutory: null,
    designateWithinMonths: null,
    lockMonths: 0,
    designatedByRevision: false,
    localNeedsConsent: true,
    approvals: ["partner-consultation", "partners-agreed", "councils-signed", "submission", "government-approval"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: { approvals: `${LDEDCA}, sections 121 and following`, consent: OWN_PROTOCOL, memorandum: OWN_PROTOCOL, returns: OWN_PROTOCOL },
  },
  {
    code: "council-plan",
    name: { en: "Council plan", cy: "Cynllun y cyngor" },
    law: "No statute: the duty of the Local Government Act 2000, section 4, was repealed by the Deregulation Act 2015, section 100",
    periodYears: null,
    mostDesignated: null,
    mostStatutory: null,
    designateWithinMonths: null,
    lockMonths: 0,
    designatedByRevision: false,
    localNeedsConsent: false,
    approvals: ["public-consultation", "council-approval"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: { approvals: "Local Government Act 1999, section 3(2): representatives are consulted", memorandum: OWN_PROTOCOL, returns: OWN_PROTOCOL },
  },
  {
    code: "combined-authority-plan",
    name: { en: "Combined-authority plan", cy: "Cynllun awdurdod cyfun" },
    law: "English Devolution and Community Empowerment Act 2026",
    periodYears: null,
    mostDesignated: null,
    mostStatutory: null,
    designateWithinMonths: null,
    lockMonths: 0,
    designatedByRevision: false,
    localNeedsConsent: true,
    approvals: ["partner-consultation", "councils-signed", "board-approval"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: { approvals: `Each member council signs, as in agreements between several councils: ${LDEDCA}, Part 7`, consent: OWN_PROTOCOL, memorandum: OWN_PROTOCOL, returns: OWN_PROTOCOL },
  },
  {
    code: "local-outcomes-improvement-plan",
    name: { en: "Local outcomes improvement plan", cy: "Cynllun gwella canlyniadau lleol" },
    law: "Community Empowerment (Scotland) Act 2015, Part 2",
    periodYears: null,
    mostDesignated: null,
    mostStatutory: null,
    designateWithinMonths: null,
    lockMonths: 0,
    designatedByRevision: false,
    localNeedsConsent: true,
    approvals: ["public-consultation", "partner-consultation", "partners-agreed"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: { approvals: "Community Empowerment (Scotland) Act 2015, section 6", consent: OWN_PROTOCOL, memorandum: OWN_PROTOCOL, returns: OWN_PROTOCOL },
  },
  {
    code: "well-being-plan",
    name: { en: "Local well-being plan", cy: "Cynllun llesiant lleol" },
    law: "Well-being of Future Generations (Wales) Act 2015, Part 4",
    periodYears: 5,
    mostDesignated: null,
    mostStatutory: null,
    designateWithinMonths: null,
    lockMonths: 0,
    designatedByRevision: false,
    localNeedsConsent: true,
    approvals: ["public-consultation", "partners-agreed", "board-approval"],
    reviewEveryMonths: 12,
    returnDays: 42,
    atRiskPercent: 10,
    sources: { period: "Well-being of Future Generations (Wales) Act 2015, section 39: one plan after each ordinary election", approvals: "Well-being of Future Generations (Wales) Act 2015, sections 39 to 45", consent: OWN_PROTOCOL, memorandum: OWN_PROTOCOL, returns: OWN_PROTOCOL },
  },
];

/** The framework of a code that comes with Folkmoot. */
export function frameworkOf(code: FrameworkCode): Framework {
  const found = FRAMEWORKS.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`No framework is called ${code}`);
  return found;
}

/** Where a rule comes from, for a refusal to say. */
export const sourceOf = ({ sources }: Pick<FrameworkRules, "sources">, rule: FrameworkRule): string => sources[rule] ?? OWN_PROTOCOL;

const SHIPPED = new Set(FRAMEWORKS.flatMap(({ law, sources }) => [law, ...Object.values(sources)]));

/** Whether a source is one of those that come with Folkmoot, which are cited in English as the law is. What officers wrote themselves is in a language of theirs. */
export const isCitedInEnglish = (source: string): boolean => SHIPPED.has(source);
