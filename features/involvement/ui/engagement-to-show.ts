import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { EngagementState, Topic } from "#domain/involvement/engagement.ts";

/** What a list of engagements shows of each. */
export interface EngagementToShow {
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly state: EngagementState;
  readonly topic: Topic;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly areaNames: readonly BilingualText[];
  readonly areaIds: readonly string[];
  /** Pence shared out by its votes, all pots together; 0 where it shares out none. */
  readonly potTotalPence: number;
  /** Null where it holds no consultation. */
  readonly consultationId: string | null;
  /** How many have voted or answered, whatever the channel. */
  readonly takenPart: number;
  /** Minutes that the survey of a consultation takes; null where nobody has said. */
  readonly surveyMinutes: number | null;
  readonly tile: string;
}

/** An area one may look for. */
export interface AreaToChoose {
  readonly id: string;
  readonly name: BilingualText;
}

/** A pot and what may be chosen from it. */
export interface PotToShow {
  readonly slug: string;
  readonly name: BilingualText;
  readonly amountPence: number;
  readonly projects: readonly { readonly slug: string; readonly title: BilingualText; readonly costPence: number }[];
}
