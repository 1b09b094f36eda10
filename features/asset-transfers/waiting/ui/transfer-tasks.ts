import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { addWorkingDays } from "#domain/basics/working-days.ts";
import { clockWords } from "#features/asset-transfers/ui/clock-words.ts";
import type { TransfersWaiting } from "#features/asset-transfers/waiting/queries.ts";
import { messages } from "#i18n/messages.ts";

interface Task {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly due: Date | null;
}

/** What people are promised who wait for a look. */
const LOOK_WORKING_DAYS = 2;
const END_OF_DAY = "17:00";
const endOf = (day: CivilDay): Date => londonInstant(day, END_OF_DAY);
const promised = (since: CivilDay | null): Date | null => (since === null ? null : endOf(addWorkingDays(since, LOOK_WORKING_DAYS)));

/** What waits of asset transfers as things to do, each where it is done. */
export function transferTasks(locale: Locale, home: string, { applications, returns, comments, parts, times, claims, clocks }: TransfersWaiting, today: CivilDay): readonly Task[] {
  const t = messages(locale).transferParts.waiting;
  const words = (text: BilingualText): string => textIn(text, locale).text;
  const at = (slug: string, form = ""): string => `${home}/manage/asset-transfers/${slug}${form}`;
  const compensation = messages(locale).compensation.waiting;
  return [
    ...claims.map(({ slug, title, claimId, what, due }) => ({ href: at(slug, `/claims/${claimId}${what === "ask" ? "/officer" : what === "decide" ? "/decide" : "/decide-review"}`), title: compensation[what]({ title: words(title) }), note: compensation.note, due: due === null ? null : endOf(due) })),
    ...clocks.map(({ slug, title, clock }) => ({ href: at(slug), title: t.clock({ title: words(title) }), note: clockWords(locale, clock, today), due: endOf(clock.lastDay) })),
    ...applications.map(({ slug, title, since }) => ({ href: at(slug, "/look"), title: t.application({ title: words(title) }), note: t.lookNote, due: promised(since) })),
    ...comments.map(({ slug, title, count, since }) => ({ href: at(slug, "/comment-look"), title: t.comments({ count, title: words(title) }), note: t.commentsNote, due: promised(londonDay(since)) })),
    ...returns.map(({ slug, title }) => ({ href: at(slug, "/return-look"), title: t.yearlyReturn({ title: words(title) }), note: t.lookNote, due: null })),
    ...times.map(({ slug, title }) => ({ href: at(slug, "/answer-time"), title: t.time({ title: words(title) }), note: t.timeNote, due: null })),
    ...parts.map(({ slug, title, part, unsaid, ofListing }) => ({ href: at(slug, unsaid ? "/interest" : ""), title: (ofListing && part === "review" ? messages(locale).listingReviews.waiting : t.parts[part])({ title: words(title) }), note: unsaid ? t.unsaid : t.partNote, due: null })),
  ];
}
