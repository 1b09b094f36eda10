import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { daysBetween, inLondon, londonDay } from "#domain/basics/london-time.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { answerDue } from "#domain/involvement/response-clock.ts";
import { soonestFirst, type ToDo } from "#domain/involvement/to-do.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Section } from "#components/layout/section.tsx";
import type { EngagementListed, EngagementOnDesk } from "#features/involvement/workspace/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { inOneList } from "./in-one-list.ts";
import { VotesTable } from "./votes-table.tsx";

export interface DashboardProps {
  readonly locale: Locale;
  readonly desk: string;
  /** How the officer is greeted. */
  readonly name: string;
  readonly engagements: readonly EngagementOnDesk[];
  readonly elections: readonly EngagementListed[];
  readonly toDos: readonly ToDo<EngagementOnDesk>[];
  readonly mayStart: boolean;
  /** What cannot wait, before everything else. */
  readonly alarms?: ReactNode;
  /** Things to do that are not the next step of a vote or consultation. */
  readonly besides: readonly DeskTask[];
  readonly now: Date;
}

/** Something to do, and where. */
export interface DeskTask {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly due: Date | null;
}

const SHOWN = 6;

/** What an officer sees first: what is to be done, soonest first, and how everything stands. */
export function Dashboard({ locale, desk, name, engagements, elections, toDos, mayStart, alarms, besides, now }: DashboardProps) {
  const { workspace, waiting, surveys } = messages(locale);
  const t = workspace.today;
  const tasks = [...besides, ...toDos.map((toDo) => asTask(locale, desk, toDo))].sort(soonestFirst).map(({ due, ...task }) => ({ ...task, tag: <Due locale={locale} due={due} now={now} /> }));
  const votes = engagements.filter(({ instrument }) => instrument === "vote").length;
  const consultations = engagements.length - votes;
  const all = inOneList(engagements, elections);
  return (
    <div className="stack-l">
      <div className="row row--between">
        <div>
          <p className="muted">{format(locale).longDate(now)}</p>
          <h1>{greeting(locale, name, now)}</h1>
        </div>
        {mayStart ? (
          <ButtonRow>
            <ButtonLink small href={`${desk}/votes/start`}>
              {t.start}
            </ButtonLink>
            <ButtonLink small look="line" href={`${desk}/consultations/new`}>
              {surveys.list.start}
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </div>
      {alarms}
      <DeskFacts locale={locale} engagements={engagements} all={all} now={now} />
      <Section id="to-do" title={t.toDo}>
        {tasks.length === 0 ? <EmptyState title={t.nothing}>{t.nothingMore}</EmptyState> : <TaskList tasks={tasks} />}
      </Section>
      {all.length === 0 ? null : (
        <Section id="engagements" title={waiting.engagements} className="stack">
          <VotesTable locale={locale} desk={desk} caption={waiting.engagements} votes={all.slice(0, SHOWN)} now={now} />
          <p className="row">
            {votes === 0 ? null : <a href={`${desk}/votes`}>{waiting.allVotes({ count: votes })}</a>}
            {elections.length === 0 ? null : <a href={`${desk}/elections`}>{waiting.allElections({ count: elections.length })}</a>}
            {consultations === 0 ? null : <a href={`${desk}/consultations`}>{waiting.allConsultations({ count: consultations })}</a>}
          </p>
        </Section>
      )}
      <ComingUp locale={locale} all={all} now={now} />
    </div>
  );
}

function greeting(locale: Locale, name: string, now: Date): string {
  const t = messages(locale).workspace.today;
  const hour = Number(inLondon(now).time.slice(0, 2));
  const first = name.split(" ")[0] ?? name;
  return hour < 12 ? t.morning({ name: first }) : hour < 18 ? t.afternoon({ name: first }) : t.evening({ name: first });
}

interface AllListed {
  /** Votes, elections and consultations in one list. */
  readonly all: readonly EngagementListed[];
}

function DeskFacts({ locale, engagements, all, now }: Pick<DashboardProps, "locale" | "engagements" | "now"> & AllListed) {
  const t = messages(locale).workspace.today;
  const f = format(locale);
  const open = all.filter((vote) => vote.state === "published" && ["open", "closing-soon"].includes(standing(vote, now))).length;
  const waiting = engagements.filter(({ state }) => state === "in-review").length;
  const sum = (of: (vote: EngagementListed) => number) => all.reduce((total, vote) => total + of(vote), 0);
  const week = sum((vote) => vote.thisWeek);
  const change = week - sum((vote) => vote.lastWeek);
  // A vote owes its report once it is decided; a consultation owes its answer from its close.
  const promises = engagements
    .filter(({ instrument, state, closesAt }) => (instrument === "vote" ? state === "decided" : ["published", "closed", "analysed"].includes(state) && closesAt !== null && closesAt <= now))
    .flatMap(({ closesAt }) => (closesAt ? [answerDue(closesAt)] : []));
  const [next] = [...promises].sort((a, b) => a.getTime() - b.getTime());
  return (
    <Facts
      surface="card"
      facts={[
        { term: t.openNow, figure: f.number(open), note: t.openNowNote({ count: open }) },
        { term: t.tookPart, figure: f.number(week), note: change > 0 ? t.more({ count: f.number(change) }) : change < 0 ? t.fewer({ count: f.number(-change) }) : t.same },
        { term: t.waiting, figure: f.number(waiting), note: t.waitingNote({ count: waiting }) },
        { term: t.promises, figure: f.number(promises.length), note: next ? t.promisesBy({ date: f.dayAndMonth(next) }) : t.promisesNone },
      ]}
    />
  );
}

function asTask(locale: Locale, desk: string, { kind, engagement, due }: ToDo<EngagementOnDesk>): DeskTask {
  const { workspace: t, waiting } = messages(locale);
  const f = format(locale);
  const words = { ...t.toDo, "show-results": waiting.showResults, "answer-themes": waiting.answerThemes, "check-quality": waiting.checkQuality };
  const title = words[kind]({ title: textIn(engagement.title, locale).text });
  const when = due ? f.dateAndTime(due) : "";
  const notes = {
    "finish-draft": () => (engagement.instrument === "vote" ? t.toDoNote["finish-draft"]({ left: 8 - engagement.signed }) : waiting.checksSigned({ count: engagement.signed })),
    "show-results": () => waiting.showResultsNote,
    "answer-themes": () => waiting.answerThemesNote({ when: due ? f.date(due) : "" }),
    "check-quality": () => waiting.checkQualityNote({ name: engagement.authorName }),
    approve: () => t.toDoNote.approve({ name: engagement.authorName }),
    publish: () => t.toDoNote.publish,
    close: () => t.toDoNote.close({ when }),
    count: () => t.toDoNote.count,
    declare: () => t.toDoNote.declare,
    "report-back": () => t.toDoNote["report-back"]({ when: due ? f.date(due) : "" }),
    archive: () => t.toDoNote.archive,
  };
  const places = { "finish-draft": "", "check-quality": "/approval", approve: "/approval", publish: "/publish", close: "/close", count: "", declare: "", "show-results": "/answers#next", "answer-themes": "/answers#next", "report-back": "/feedback", archive: engagement.instrument === "consultation" ? "/archive" : "" };
  const toCount = (kind === "count" || kind === "declare") && engagement.pollId !== null;
  return {
    href: toCount ? `${desk}/results/${engagement.pollId}` : `${desk}/${engagement.instrument}s/${engagement.id}${places[kind]}`,
    title,
    note: notes[kind](),
    due,
  };
}

function Due({ locale, due, now }: { readonly locale: Locale; readonly due: Date | null; readonly now: Date }) {
  const t = messages(locale).workspace.due;
  if (due === null) return <Tag kind="notYet">{t.whenever}</Tag>;
  const days = daysBetween(londonDay(now), londonDay(due));
  if (days < 0) return <Tag kind="offTrack">{t.overdue({ days: -days })}</Tag>;
  if (days === 0) return <Tag kind="closing">{t.today}</Tag>;
  if (days === 1) return <Tag kind="closing">{t.tomorrow}</Tag>;
  return <Tag kind={days <= 7 ? "closing" : "notYet"}>{t.inDays({ days })}</Tag>;
}

function ComingUp({ locale, all, now }: Pick<DashboardProps, "locale" | "now"> & AllListed) {
  const { workspace: t, waiting } = messages(locale);
  const f = format(locale);
  const ahead = all
    .filter(({ state }) => ["approved", "published", "closed", "analysed"].includes(state))
    .flatMap((vote) => {
      const title = textIn(vote.title, locale).text;
      const soFar = (vote.instrument === "consultation" ? waiting.answersNow : t.soon.ballotsNow)({ count: f.number(vote.takingPart) });
      return [
        { at: vote.opensAt, what: vote.opensAt ? t.soon.opens({ title, time: f.time(vote.opensAt) }) : "", note: "" },
        { at: vote.closesAt, what: vote.closesAt ? t.soon.closes({ title, time: f.time(vote.closesAt) }) : "", note: soFar },
        { at: vote.resultsAt, what: t.soon.results({ title }), note: t.soon.promised },
      ];
    })
    .flatMap(({ at, ...rest }) => (at !== null && at > now ? [{ at, ...rest }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, 3);
  if (ahead.length === 0) return null;
  return (
    <Section id="coming-up" title={t.today.comingUp}>
      <Grid columns={3}>
        {ahead.map(({ at, what, note }) => (
          <Card key={`${at.toISOString()} ${what}`} className="stack-s">
            <p className="kicker">{f.date(at)}</p>
            <h3>{what}</h3>
            {note ? <p className="small muted">{note}</p> : null}
          </Card>
        ))}
      </Grid>
    </Section>
  );
}
