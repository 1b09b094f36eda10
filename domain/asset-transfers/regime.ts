import type { Nation } from "#domain/basics/working-days.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { TransferStage } from "./stage.ts";

/** The sets of rules under which land or a building may come into a community's hands. */
export const REGIME_IDS = ["community-transfer", "right-to-bid", "scottish-request"] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

/** What a body asks for: to own, to lease, to use or manage; or to have land listed, and then to be treated as a bidder for it. */
export const INTERESTS = ["ownership", "lease", "rights", "nomination", "bid"] as const;
export type Interest = (typeof INTERESTS)[number];

/** Legal forms of community bodies. */
export const BODY_KINDS = [
  "unincorporated",
  "parish-council",
  "charity",
  "charitable-incorporated-organisation",
  "company-limited-by-guarantee",
  "community-interest-company",
  "community-benefit-society",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Papers an organisation sends in. */
export const DOCUMENT_KINDS = ["constitution", "accounts", "business-plan", "cash-flow", "insurance", "safeguarding", "boundary", "use"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Papers the council adds. */
export const OFFICER_DOCUMENTS = ["condition-survey", "equality-assessment", "valuation", "lease-terms"] as const;
export type AnyDocumentKind = DocumentKind | (typeof OFFICER_DOCUMENTS)[number];

// Who insures it and how children are kept safe is for those who judge the application.
const NOT_PUBLISHED: readonly AnyDocumentKind[] = ["cash-flow", "insurance", "safeguarding"];

/** Whether everybody may read a paper of this kind. */
export const isPublished = (kind: AnyDocumentKind): boolean => !NOT_PUBLISHED.includes(kind);

interface BodyRule {
  readonly kinds: readonly BodyKind[];
  /** Fewest members, by kind; one where none is named. */
  readonly fewest?: Partial<Record<BodyKind, number>>;
}

export interface Regime {
  /** Whose bank holidays its working days leave out. */
  readonly nation: Nation;
  readonly path: readonly TransferStage[];
  /** Stages of the path that a council may go past. */
  readonly mayLeaveOut: readonly TransferStage[];
  /** What must be in before the application is complete. */
  readonly documents: readonly DocumentKind[];
  /** The stage that an application with all its documents may go to. */
  readonly completeAt: TransferStage | null;
  /** What may be asked for, and by whom. The first of them is asked with the application. */
  readonly bodies: Partial<Record<Interest, BodyRule>>;
  /** Whether a price below the unrestricted value is judged by the General Disposal Consent. */
  readonly undervalueRule: boolean;
  /** Working days for which comments are taken at least, after the notice of the request; null where no law says. */
  readonly commentWorkingDays: number | null;
  /** The stage before which the land's owner, tenants and occupiers must have been told of it; null where no law says. */
  readonly ownersToldBefore: TransferStage | null;
  /** The law it stands on, as it is cited. */
  readonly source: string;
}

const INCORPORATED: readonly BodyKind[] = BODY_KINDS.filter((kind) => kind !== "unincorporated" && kind !== "charity");

/**
 * The regimes as data.
 *
 * `community-transfer` (England and Wales): Local Government Act 1972, section 123; General Disposal Consent 2003. A freehold or a lease needs
 * a body with a legal personality of its own: an unincorporated association and a trust cannot hold land in their own name. The stages and
 * documents are those councils commonly ask for.
 *
 * `right-to-bid` (England): Localism Act 2011, part 5 chapter 3; Assets of Community Value (England) Regulations 2012 (SI 2012/2421): who may
 * nominate is regulation 5 (an unincorporated body needs at least 21 members), who may ask to be treated as a bidder regulation 12;
 * whom a council tells that it considers listing land is regulation 8.
 *
 * `scottish-request`: Community Empowerment (Scotland) Act 2015, part 5: any community-controlled body with a written constitution may ask
 * to lease or use (sections 19 and 77); for ownership only the three incorporated forms with ten members or more (section 80).
 * Documents: SSI 2016/357, regulation 3; representations at least 20 working days: regulations 6 and 7; notice to owner, tenants and occupiers: regulation 6.
 */
export const REGIMES: Readonly<Record<RegimeId, Regime>> = {
  "community-transfer": {
    nation: "england-and-wales",
    path: ["expression-of-interest", "full-application", "assessment", "views", "decision", "heads-of-terms", "completion", "monitoring"],
    mayLeaveOut: ["views"],
    documents: ["constitution", "accounts", "business-plan", "cash-flow", "insurance", "safeguarding"],
    completeAt: "assessment",
    bodies: { lease: { kinds: INCORPORATED }, ownership: { kinds: INCORPORATED }, rights: { kinds: BODY_KINDS } },
    undervalueRule: true,
    commentWorkingDays: null,
    ownersToldBefore: null,
    source: "Local Government Act 1972 s.123",
  },
  "right-to-bid": {
    nation: "england-and-wales",
    path: ["nomination", "listed", "sale-notified", "bid-requested", "moratorium-over"],
    mayLeaveOut: ["bid-requested"],
    documents: ["constitution", "boundary", "use"],
    completeAt: "listed",
    bodies: {
      nomination: { kinds: BODY_KINDS, fewest: { unincorporated: 21 } },
      bid: { kinds: BODY_KINDS.filter((kind) => kind !== "unincorporated") },
    },
    undervalueRule: false,
    commentWorkingDays: null,
    ownersToldBefore: "listed",
    source: "Localism Act 2011 s.89, s.95; SI 2012/2421 reg.5, reg.12",
  },
  "scottish-request": {
    nation: "scotland",
    path: ["request", "validated", "assessment", "views", "decision", "heads-of-terms", "completion", "monitoring"],
    mayLeaveOut: ["views"],
    documents: ["constitution", "use", "boundary", "business-plan"],
    completeAt: "validated",
    bodies: {
      lease: { kinds: BODY_KINDS },
      ownership: {
        kinds: ["company-limited-by-guarantee", "charitable-incorporated-organisation", "community-benefit-society"],
        fewest: { "company-limited-by-guarantee": 10, "charitable-incorporated-organisation": 10, "community-benefit-society": 10 },
      },
      rights: { kinds: BODY_KINDS },
    },
    undervalueRule: false,
    commentWorkingDays: 20,
    ownersToldBefore: "decision",
    source: "Community Empowerment (Scotland) Act 2015 s.77, s.79, s.80",
  },
};

/** What can be asked for with an application; to be treated as a bidder is asked later. */
export const interestsOf = (regimeId: RegimeId): readonly Interest[] => INTERESTS.filter((interest) => interest !== "bid" && REGIMES[regimeId].bodies[interest] !== undefined);

export interface Body {
  readonly kind: BodyKind;
  readonly members: number;
}

export type BodyFault = { readonly code: "interest-not-offered" | "body-not-allowed" | "too-few-members"; readonly fewest: number };

/** Whether a body may ask for this under the regime, by the sources named at `REGIMES`. */
export function mayApply(regimeId: RegimeId, interest: Interest, { kind, members }: Body): Result<void, BodyFault> {
  const rule = REGIMES[regimeId].bodies[interest];
  if (rule === undefined) return err({ code: "interest-not-offered", fewest: 0 });
  if (!rule.kinds.includes(kind)) return err({ code: "body-not-allowed", fewest: 0 });
  const fewest = rule.fewest?.[kind] ?? 1;
  return members < fewest ? err({ code: "too-few-members", fewest }) : ok();
}

/** What is missing of the documents that make an application complete, in the order of the list. */
export const missingDocuments = (regimeId: RegimeId, sent: readonly DocumentKind[]): readonly DocumentKind[] => REGIMES[regimeId].documents.filter((kind) => !sent.includes(kind));
