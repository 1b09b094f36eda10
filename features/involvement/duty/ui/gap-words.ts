import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { DutyGap } from "#domain/involvement/duty.ts";
import type { DutyYear } from "#features/involvement/duty/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface GapInWords {
  readonly words: string;
  /** Where to read of it, below the council's own address; null where there is no one place. */
  readonly address: string | null;
}

/** What falls short, a sentence each; all wards together and all groups together, as each is a list of names. */
export function gapsInWords(locale: Locale, { gaps, records, engagements, wards }: Pick<DutyYear, "gaps" | "records" | "engagements" | "wards">): readonly GapInWords[] {
  const t = messages(locale).duty;
  const say = (text: BilingualText | undefined): string => (text ? textIn(text, locale).text : "");
  const engagement = (id: string) => engagements.find((each) => each.id === id);
  const own = gaps.flatMap((gap): GapInWords[] => {
    if (gap.kind === "ward-not-reached" || gap.kind === "group-not-reached") return [];
    if (gap.kind === "no-record" || gap.kind === "not-reported-back") {
      const held = engagement(gap.engagementId);
      const what = say(held?.title);
      const words = gap.kind === "no-record" ? t.gaps["no-record"]({ what }) : t.gaps["not-reported-back"]({ what, days: gap.days });
      return [{ words, address: held ? `${held.consultationId === null ? "votes" : "consultations"}/${held.slug}` : null }];
    }
    const about = records.find(({ id }) => id === gap.recordId);
    return [{ words: ofRecord(locale, gap, say(about?.title), "engagementId" in gap ? say(engagement(gap.engagementId)?.title) : ""), address: about ? `involving-you/records/${about.number}` : null }];
  });
  const names = (all: readonly string[]): string => format(locale).list(all);
  const missedWards = gaps.flatMap((gap) => (gap.kind === "ward-not-reached" ? [say(wards.find(({ id }) => id === gap.areaId)?.name)] : []));
  const missedGroups = gaps.flatMap((gap) => (gap.kind === "group-not-reached" ? [t.groups[gap.group]] : []));
  return [
    ...own,
    ...(missedWards.length === 0 ? [] : [{ words: t.gaps.wards({ names: names(missedWards) }), address: null }]),
    ...(missedGroups.length === 0 ? [] : [{ words: t.gaps.groups({ names: names(missedGroups) }), address: null }]),
  ];
}

function ofRecord(locale: Locale, gap: Extract<DutyGap, { readonly recordId: string }>, what: string, engagement: string): string {
  const t = messages(locale).duty;
  if (gap.kind === "not-involved") return t.gaps["not-involved"]({ what });
  if (gap.kind === "decided-first") return t.gaps["decided-first"]({ what, engagement });
  return t.gaps["lower-level"]({ what, engagement, promised: t.levels[gap.promised], done: t.levels[gap.done] });
}
