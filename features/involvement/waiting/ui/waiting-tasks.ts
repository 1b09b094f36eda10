import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { addWorkingDays } from "#domain/basics/working-days.ts";
import type { Waiting } from "#features/involvement/waiting/queries.ts";
import type { EngagementOnDesk } from "#features/involvement/workspace/queries.ts";
import type { DeskTask } from "#features/involvement/workspace/ui/dashboard.tsx";
import { messages } from "#i18n/messages.ts";

/** What people are promised who wait for an officer. */
const ANSWER_WORKING_DAYS = 2;
const END_OF_DAY = "17:00";

const endOf = (day: CivilDay | null): Date | null => (day === null ? null : londonInstant(day, END_OF_DAY));
const promised = (since: Date | null): Date | null => (since === null ? null : endOf(addWorkingDays(londonDay(since), ANSWER_WORKING_DAYS)));

/** What waits as things to do, each where it is done. */
export function waitingTasks(locale: Locale, desk: string, waiting: Waiting, engagements: readonly EngagementOnDesk[]): readonly DeskTask[] {
  const { waiting: t, claims } = messages(locale);
  const words = (title: BilingualText | undefined) => (title ? textIn(title, locale).text : "");
  const voteOf = (programmeId: string) => engagements.find((each) => each.programmeId === programmeId);
  const titleOf = (engagementId: string) => words(engagements.find(({ id }) => id === engagementId)?.title);
  const reviews = waiting.reviews.flatMap(({ programmeId, mine, mineDueOn, late, lateSince, ready }) => {
    const vote = voteOf(programmeId);
    const at = `${desk}/votes/${vote?.id ?? ""}/proposals`;
    const title = words(vote?.title);
    return [
      ...(mine > 0 ? [{ href: `${at}?mine=1`, title: t.mine({ count: mine, title }), note: t.mineNote, due: endOf(mineDueOn) }] : []),
      ...(late > 0 ? [{ href: `${at}?late=1`, title: t.late({ count: late, title }), note: t.lateNote, due: endOf(lateSince) }] : []),
      ...(ready > 0 ? [{ href: `${at}?standing=ready`, title: t.ready({ count: ready, title }), note: t.readyNote, due: null }] : []),
    ];
  });
  return [
    ...waiting.ideas.map(({ programmeId, count, since }) => {
      const vote = voteOf(programmeId);
      return { href: `${desk}/votes/${vote?.id ?? ""}/ideas?waiting=yes`, title: t.ideas({ count, title: words(vote?.title) }), note: t.ideasNote, due: promised(since) };
    }),
    ...reviews,
    ...waiting.amendments.map(({ engagementId, proposedBy }) => ({ href: `${desk}/votes/${engagementId}/amendments`, title: t.amendment({ title: titleOf(engagementId) }), note: t.amendmentNote({ name: proposedBy }), due: null })),
    ...[...waiting.requests].map(([id, { count, dueAt }]) => ({ href: `${desk}/votes/${id}/requests`, title: claims.desk.toDo({ count, vote: titleOf(id) }), note: claims.desk.toDoNote, due: dueAt })),
    ...(waiting.enquiries.count > 0 ? [{ href: `${desk}/rolls/enquiries`, title: t.enquiries({ count: waiting.enquiries.count }), note: t.enquiriesNote, due: promised(waiting.enquiries.since) }] : []),
    ...(waiting.lateProjects.count > 0 ? [{ href: `${desk}/delivery`, title: t.lateProjects({ count: waiting.lateProjects.count }), note: t.lateProjectsNote, due: endOf(waiting.lateProjects.since) }] : []),
  ];
}
