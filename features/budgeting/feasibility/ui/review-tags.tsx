import type { Locale } from "#domain/basics/bilingual.ts";
import type { Check, CheckState, Costing, ReviewStanding } from "#domain/budgeting/feasibility.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const OF_CHECK: Readonly<Record<CheckState, TagKind>> = { waiting: "notYet", fine: "good", attention: "atRisk", stopped: "offTrack" };
const OF_STANDING: Readonly<Record<ReviewStanding, TagKind>> = { "not-started": "notYet", "under-way": "notYet", ready: "underway", feasible: "good", "not-feasible": "offTrack", gone: "closed" };

/** How one check stands: its own few words, or those of its state. */
export const CheckTag = ({ locale, check }: { readonly locale: Locale; readonly check: Check }) => <Tag kind={OF_CHECK[check.state]}>{check.words || messages(locale).feasibility.states[check.state]}</Tag>;

export const StandingTag = ({ locale, standing }: { readonly locale: Locale; readonly standing: ReviewStanding }) => <Tag kind={OF_STANDING[standing]}>{messages(locale).feasibility.standings[standing]}</Tag>;

/** What it costs, as one figure or a range; "not yet" while nobody has said. */
export function costWords(locale: Locale, { lowPence, highPence }: Costing): string {
  const t = messages(locale).feasibility;
  const f = format(locale);
  if (lowPence === null) return t.notYet;
  return highPence === null || highPence === lowPence ? f.money(lowPence) : t.range({ low: f.money(lowPence), high: f.money(highPence) });
}
