import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { judgePhases, type DatedPhase } from "#domain/budgeting/phase.ts";
import type { DraftText } from "./readiness.ts";

/** What residents read of a programme that is announced before its ballots are ready. */
export interface ProgrammeToAnnounce {
  readonly welsh: boolean;
  readonly texts: Readonly<Record<DraftText, BilingualText>>;
  readonly phases: readonly DatedPhase[];
}

const TOLD: readonly DraftText[] = ["title", "summary", "decision", "decidedBy"];

/** What stands in the way of announcing it: a text that is not there in every language of the council, or no dates. `field` names the part. */
export function whyNotAnnounce({ welsh, texts, phases }: ProgrammeToAnnounce): readonly Fault[] {
  const languages: readonly Locale[] = welsh ? ["en", "cy"] : ["en"];
  const gaps = TOLD.flatMap((text) =>
    languages.filter((language) => texts[text][language].trim() === "").map((language): Fault => ({ field: "details", code: "text-missing", params: { text, language, of: "" } })),
  );
  if (phases.length === 0) return [...gaps, { field: "phases", code: "no-phases" }];
  return judgePhases(phases).length === 0 ? gaps : [...gaps, { field: "phases", code: "phases-out-of-order" }];
}
