import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { DAYS_TO_ACKNOWLEDGE, DAYS_TO_ANSWER } from "#domain/partnerships/cooperation.ts";
import type { PartnerWaiting, PrioritiesWaiting } from "#features/priorities/waiting/queries.ts";
import { quarterName } from "#features/priorities/ui/targets.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface Task {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly due: Date | null;
}

const END_OF_DAY = "17:00";
const endOf = (day: CivilDay | null): Date | null => (day === null ? null : londonInstant(day, END_OF_DAY));

/** What waits of plans, partners and pooled money as things to do, each where it is done. */
export function priorityTasks(locale: Locale, home: string, { toSign, drafts, toDecide, returns, requests, cases }: PrioritiesWaiting): readonly Task[] {
  const { plans } = messages(locale);
  const t = plans.today;
  const f = format(locale);
  const words = (text: BilingualText): string => textIn(text, locale).text;
  const desk = `${home}/manage`;
  return [
    ...toSign.map(({ planId, title, void: changed }) => ({ href: `${desk}/plans/above/sign?plan=${planId}`, title: t.sign({ title: words(title) }), note: changed ? t.signVoid : t.signNote, due: null })),
    ...toDecide.map(({ changeId, slug, title, refusals }) => ({ href: `${desk}/plans/${slug}/decide?change=${changeId}`, title: t.decide({ title: words(title) }), note: refusals === 0 ? t.decideNote : t.decideRefused({ count: refusals }), due: null })),
    ...returns.map(({ slug, title, quarter, count, dueOn }) => ({ href: `${desk}/plans/${slug}#targets`, title: t.returns({ count, title: words(title) }), note: quarterName(locale, quarter), due: endOf(dueOn) })),
    ...requests.map(({ number, partner, waitsFor, dueOn, late }) => ({
      href: `${desk}/partnership#requests`,
      title: t.request({ number: f.number(number), partner: words(partner) }),
      note: [waitsFor === "answer" ? t.toAnswer({ days: DAYS_TO_ANSWER }) : t.toAcknowledge({ days: DAYS_TO_ACKNOWLEDGE }), late ? t.late : ""].filter(Boolean).join(" "),
      due: endOf(dueOn),
    })),
    ...cases.map(({ pool, caseId, title, bodies, void: changed }) => ({ href: `${home}/pooled-budgets/${pool}/cases/${caseId}/sign`, title: t.poolCase({ title: words(title) }), note: [t.bodies({ count: bodies }), changed ? t.caseVoid : ""].filter(Boolean).join(" "), due: null })),
    ...drafts.map(({ slug, title, next, voided }) => ({ href: `${desk}/plans/${slug}`, title: t.draft({ title: words(title) }), note: [next === null ? "" : t.next({ step: plans.steps[next] }), voided === 0 ? "" : t.voided({ count: voided })].filter(Boolean).join(" "), due: null })),
  ];
}

/** What waits for somebody who speaks for a partner as things to do, each where it is done; soonest first, and what has no last day at the end. */
export function partnerTasks(locale: Locale, home: string, { returns, requests, consents, cases }: PartnerWaiting): readonly Task[] {
  const t = messages(locale).plans.today;
  const f = format(locale);
  const words = (text: BilingualText): string => textIn(text, locale).text;
  const desk = `${home}/partner`;
  const tasks: readonly Task[] = [
    ...returns.map(({ targetId, title, quarter, dueOn }) => ({ href: `${desk}/return?target=${targetId}`, title: t.giveReturn({ title: words(title) }), note: quarterName(locale, quarter), due: endOf(dueOn) })),
    ...requests.map(({ requestId, number, waitsFor, dueOn }) => ({
      href: `${desk}/answer?request=${requestId}`,
      title: waitsFor === "answer" ? t.answerRequest({ number: f.number(number) }) : t.acknowledgeRequest({ number: f.number(number) }),
      note: waitsFor === "answer" ? t.toAnswer({ days: DAYS_TO_ANSWER }) : t.toAcknowledge({ days: DAYS_TO_ACKNOWLEDGE }),
      due: endOf(dueOn),
    })),
    ...consents.map(({ changeId, title }) => ({ href: `${desk}/consent?change=${changeId}`, title: t.consent({ title: words(title) }), note: t.consentNote, due: null })),
    ...cases.map(({ pool, caseId, title, void: changed }) => ({ href: `${home}/pooled-budgets/${pool}/cases/${caseId}/sign`, title: t.signCase({ title: words(title) }), note: changed ? t.caseVoid : t.caseUnsigned, due: null })),
  ];
  return [...tasks].sort((one, other) => (one.due?.getTime() ?? Infinity) - (other.due?.getTime() ?? Infinity) || 0);
}
