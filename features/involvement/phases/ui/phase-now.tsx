import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { nextPhase, PHASES, type DatedPhase, type Phase } from "#domain/budgeting/phase.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Thread } from "#components/layout/thread.tsx";
import type { PhaseSwitch } from "#features/budgeting/programmes/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface PhasesProps {
  readonly locale: Locale;
  readonly phases: readonly DatedPhase[];
  /** Where it stands, by date or by hand. */
  readonly stands: Phase | null;
  readonly now: Date;
}

/** The phases as one line with round stops. Where an officer moved it, the line shows where it stands, not what the dates say. */
export function PhaseThread({ locale, phases, stands, now }: PhasesProps) {
  const { vote } = messages(locale).pages;
  const today = londonDay(now);
  const at = stands === null ? -1 : PHASES.indexOf(stands);
  const state = ({ phase, startsOn, endsOn }: DatedPhase): "done" | "now" | "later" => {
    if (stands === null) return endsOn !== null && endsOn < today ? "done" : startsOn <= today ? "done" : "later";
    const place = PHASES.indexOf(phase);
    return place < at ? "done" : place === at ? "now" : "later";
  };
  return <Thread across={phases.length <= 7} stops={phases.map((phase) => ({ title: vote.phases[phase.phase], note: datesOf(locale, phase), state: state(phase) }))} words={{ done: vote.done, now: vote.now }} />;
}

/** The days of a phase in words. */
export function datesOf(locale: Locale, { startsOn, endsOn }: DatedPhase): string {
  const f = format(locale);
  if (endsOn === null) return messages(locale).pages.vote.from({ date: f.date(startsOn) });
  return startsOn === endsOn ? f.longDate(startsOn) : f.range(startsOn, endsOn);
}

/** What happens now and what one can do; why an officer moved it, where one did; and what comes next. */
export function PhaseNow({ locale, phases, stands, now, moved, action }: PhasesProps & { readonly moved: PhaseSwitch | null; readonly action?: ReactNode }) {
  const { programme, pages } = messages(locale);
  const t = programme.page;
  const f = format(locale);
  const next = nextPhase(phases, stands, now);
  return (
    <Notice title={stands === null ? t.between : `${t.nowTitle}: ${pages.vote.phases[stands]}`}>
      {stands === null ? null : <p>{t.inPhase[stands]}</p>}
      {moved?.byHand && moved.phase === stands ? <p>{t.moved({ date: f.date(moved.at), why: textIn(moved.because, locale).text })}</p> : null}
      {next === null ? null : <p>{t.next({ phase: pages.vote.phases[next.phase], date: f.date(next.startsOn) })}</p>}
      {action}
    </Notice>
  );
}
