import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ChangeKind, TargetKind } from "./agreement.ts";

/** One target as a memorandum states it. */
export interface MemorandumTarget {
  readonly slug: string;
  readonly title: BilingualText;
  readonly indicator: BilingualText;
  /** `NI 5`; empty for an indicator of the partners' own. */
  readonly indicatorCode: string;
  readonly kind: TargetKind;
  readonly designatedOn: CivilDay | null;
  readonly baseline: number | null;
  readonly baselineDeferredUntil: CivilDay | null;
  readonly yearly: readonly (number | null)[];
  /** Who must have regard to it under the duty: the council and partners named in the Act. */
  readonly mustHaveRegard: readonly BilingualText[];
  /** Whom it relates to besides. */
  readonly alsoRelatesTo: readonly BilingualText[];
}

/**
 * What is published each time targets are approved, designated, released from designation or changed: the period and every target as it
 * then stands, whether it is designated, who must have regard to it and whom else it relates to (Local Government and Public
 * Involvement in Health Act 2007, section 113). Dated, numbered and never changed.
 */
export interface Memorandum {
  readonly agreement: BilingualText;
  readonly framework: BilingualText;
  readonly period: { readonly from: CivilDay; readonly to: CivilDay };
  readonly occasion: "approval" | ChangeKind;
  /** The targets that this one is about. */
  readonly about: readonly string[];
  readonly reason: BilingualText;
  readonly source: string;
  readonly targets: readonly MemorandumTarget[];
}

/** Splits the partners of a target into those the duty binds and the others; the council itself is always bound. */
export function regardOf(council: BilingualText, partners: readonly { readonly name: BilingualText; readonly underDuty: boolean }[]): Pick<MemorandumTarget, "mustHaveRegard" | "alsoRelatesTo"> {
  return { mustHaveRegard: [council, ...partners.filter(({ underDuty }) => underDuty).map(({ name }) => name)], alsoRelatesTo: partners.filter(({ underDuty }) => !underDuty).map(({ name }) => name) };
}
