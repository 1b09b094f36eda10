import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { TargetKind } from "./agreement.ts";
import type { FrameworkRules } from "./framework.ts";
import type { Polarity } from "./progress.ts";

/** What a version of a draft says, as the database keeps it (`plan_content` in db/migrations). Partners and councils by address, areas by code. */
export interface PlanContent {
  readonly title: BilingualText;
  readonly area: BilingualText;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly framework: { readonly name: BilingualText; readonly law: string; readonly rules: FrameworkRules };
  readonly strategy: string | null;
  readonly councils: readonly { readonly council: string; readonly area: BilingualText }[];
  readonly targets: readonly {
    readonly target: string;
    readonly title: BilingualText;
    readonly indicator: BilingualText;
    readonly kind: TargetKind;
    readonly indicatorNumber: number | null;
    readonly polarity: Polarity;
    readonly baseline: number | null;
    readonly baselineOn: CivilDay | null;
    readonly baselineDeferredUntil: CivilDay | null;
    readonly yearly: readonly (number | null)[];
    readonly partners: readonly { readonly partner: string; readonly part: "lead" | "co-operates" }[];
    readonly areas: readonly string[];
    readonly contributions: readonly { readonly council: string; readonly amount: number }[];
  }[];
}

/** What a version of a strategy says (`strategy_content` in db/migrations). */
export interface StrategyContent {
  readonly title: BilingualText;
  readonly story: BilingualText;
  readonly fromYear: number;
  readonly toYear: number;
  readonly themes: readonly {
    readonly theme: string;
    readonly position: number;
    readonly title: BilingualText;
    readonly lead: BilingualText;
    readonly outcomes: readonly { readonly outcome: string; readonly position: number; readonly title: BilingualText }[];
  }[];
}
