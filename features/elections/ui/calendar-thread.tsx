import type { Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { CALENDAR_STEPS, type ElectionCalendar } from "#domain/elections/calendar.ts";
import { Thread } from "#components/layout/thread.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** The days of an election on one line: what is over, what comes next, what comes later. */
export function CalendarThread({ locale, calendar, today }: { readonly locale: Locale; readonly calendar: ElectionCalendar; readonly today: CivilDay }) {
  const t = messages(locale);
  const next = CALENDAR_STEPS.find((step) => calendar[step] >= today);
  return (
    <Thread
      words={{ done: t.pages.vote.done, now: t.pages.vote.now }}
      stops={CALENDAR_STEPS.map((step) => ({ state: step === next ? "now" : calendar[step] < today ? "done" : "later", title: t.elections.steps[step], note: format(locale).longDate(calendar[step]) }))}
    />
  );
}
