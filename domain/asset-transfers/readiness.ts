import { openSpaceFreeFrom } from "./clock.ts";
import { missingDocuments, REGIMES, type DocumentKind, type RegimeId } from "./regime.ts";
import type { TransferStage } from "./stage.ts";

/** Questions asked of every asset before anybody may apply for it; one yes, and it is not available. */
export const GATE_QUESTIONS = ["needed-for-services", "promised-for-sale", "cannot-lawfully-pass", "asked-for-already"] as const;
export type GateQuestion = (typeof GATE_QUESTIONS)[number];

/** What is known of an application, for judging whether it may go on. */
export interface TransferFacts {
  readonly regimeId: RegimeId;
  readonly documents: readonly DocumentKind[];
  /** Whether an officer has looked at what the organisation wrote, so that everybody reads it. */
  readonly shown: boolean;
  /** Whether an officer has checked the organisation at identity level 4: documents seen, or GOV.UK One Login P2. */
  readonly identityChecked: boolean;
  readonly declaredInterests: boolean;
  /** The last day on which comments are taken; null where they never were. */
  readonly commentsUntil: string | null;
  /** Comments nobody has looked at. */
  readonly commentsWaiting: number;
  readonly sheets: number;
  readonly moderated: boolean;
  /** Consultations and votes tied to it. */
  readonly engagements: number;
  readonly openSpace: boolean;
  /** Day of the second notice that open space is to be let go; null where none was given. */
  readonly secondNoticeOn: string | null;
  /** Whether owner, tenants and occupiers were told of it, or there is nobody besides the council. */
  readonly ownersTold: boolean;
  /** Whether the keys were handed over to another applicant. */
  readonly handedOver: boolean;
  readonly outcome: "agreed" | "refused" | null;
  /** Whether the organisation has agreed to the newest heads of terms. */
  readonly termsAgreed: boolean;
}

export const BLOCKS = ["not-looked-at", "comments-missing", "comments-open", "comments-waiting", "documents-missing", "declaration-missing", "identity-unchecked", "scores-missing", "moderation-missing", "engagement-missing", "open-space-notice", "not-decided", "terms-not-agreed", "handed-over-already", "owners-not-told"] as const;
export type Block = (typeof BLOCKS)[number];

/**
 * What still stands between an application and a stage; nothing where it may go there. `on` is the day it would be noted for.
 * Declining and withdrawing are never held up.
 */
export function blocksBefore(to: TransferStage, facts: TransferFacts, on: string): readonly Block[] {
  if (to === "declined" || to === "withdrawn") return [];
  return [...when(!facts.shown, "not-looked-at"), ...when(to === REGIMES[facts.regimeId].ownersToldBefore && !facts.ownersTold, "owners-not-told"), ...blocksOf(to, facts, on)];
}

const when = (held: boolean, block: Block): readonly Block[] => (held ? [block] : []);

function blocksOf(to: TransferStage, facts: TransferFacts, on: string): readonly Block[] {
  const regime = REGIMES[facts.regimeId];
  if (to === regime.completeAt) return [...when(missingDocuments(facts.regimeId, facts.documents).length > 0, "documents-missing"), ...when(!facts.declaredInterests, "declaration-missing")];
  switch (to) {
    case "views":
      return [...scored(facts), ...when(facts.engagements === 0 && facts.commentsUntil === null, "engagement-missing")];
    case "decision":
      return [
        ...scored(facts),
        ...when(!facts.identityChecked, "identity-unchecked"),
        ...when(facts.commentsUntil === null && regime.commentWorkingDays !== null, "comments-missing"),
        ...when(facts.commentsUntil !== null && on <= facts.commentsUntil, "comments-open"),
        ...when(facts.commentsWaiting > 0, "comments-waiting"),
        ...when(facts.openSpace && regime.undervalueRule && (facts.secondNoticeOn === null || on < openSpaceFreeFrom(facts.secondNoticeOn)), "open-space-notice"),
      ];
    case "heads-of-terms":
      return when(facts.outcome !== "agreed", "not-decided");
    case "completion":
      return [...when(facts.handedOver, "handed-over-already"), ...when(!facts.termsAgreed, "terms-not-agreed"), ...when(!facts.identityChecked, "identity-unchecked")];
    default:
      return [];
  }
}

const scored = ({ sheets, moderated }: TransferFacts): readonly Block[] => (sheets < 2 ? ["scores-missing"] : moderated ? [] : ["moderation-missing"]);
