import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { addWorkingDays } from "#domain/basics/working-days.ts";
import type { ElectionTaskKind } from "#domain/elections/to-do.ts";
import type { PollState } from "#domain/voting/poll.ts";
import type { ElectionWaiting } from "#features/involvement/electing/queries.ts";
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
  const titleOf = (engagementId: string) => words((engagements.find(({ id }) => id === engagementId) ?? waiting.elections.find((each) => each.engagementId === engagementId))?.title);
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
    ...waiting.elections.flatMap((election) => tasksOfElection(locale, desk, election)),
    ...waiting.offers.map(({ engagementId, title, count, since }) => ({ href: `${desk}/elections/${engagementId}/promises`, title: t.promises({ count, title: words(title) }), note: t.promisesNote, due: promised(since) })),
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

/** What waits at an election, each where it is done, with the day it is wanted by. */
function tasksOfElection(locale: Locale, desk: string, { engagementId, title, election, tasks, heldSince }: ElectionWaiting): readonly DeskTask[] {
  const t = messages(locale).electing;
  const home = `${desk}/elections/${engagementId}`;
  const { nominationsOpenAt, withdrawByAt, opensAt, closesAt, resultsAt } = election.at;
  const poll = (state: PollState): string => `${desk}/results/${election.contests.find(({ pollState }) => pollState === state)?.pollId ?? ""}`;
  const where: Readonly<Record<ElectionTaskKind, { readonly href: string; readonly due: Date | null }>> = {
    "give-notice": { href: home, due: nominationsOpenAt },
    "check-nominations": { href: `${home}#nominations`, due: withdrawByAt },
    "declare-without-poll": { href: `${home}#papers`, due: opensAt },
    "draw-lot": { href: `${home}#papers`, due: opensAt },
    "make-papers": { href: `${home}#papers`, due: opensAt },
    close: { href: `${home}#votes`, due: closesAt },
    count: { href: poll("closed"), due: resultsAt },
    declare: { href: poll("counted"), due: resultsAt },
    "read-questions": { href: `${home}/questions`, due: promised(heldSince) },
    "replace-slips": { href: `${home}/schools`, due: null },
  };
  return tasks.map(({ kind, count }) => ({ ...where[kind], title: t[kind]({ count, title: textIn(title, locale).text }), note: t.notes[kind] }));
}
