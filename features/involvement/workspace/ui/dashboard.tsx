import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { daysBetween, inLondon, londonDay } from "#domain/basics/london-time.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { answerDue, type ToDo } from "#domain/involvement/to-do.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Section } from "#components/layout/section.tsx";
import type { VoteOnDesk } from "#features/involvement/workspace/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { VotesTable } from "./votes-table.tsx";

export interface DashboardProps {
  readonly locale: Locale;
  readonly desk: string;
  /** How the officer is greeted. */
  readonly name: string;
  readonly votes: readonly VoteOnDesk[];
  readonly toDos: readonly ToDo<VoteOnDesk>[];
  readonly mayStart: boolean;
  /** What cannot wait, before everything else. */
  readonly alarms?: ReactNode;
  /** Things to do that are not a vote's next step. */
  readonly besides?: readonly DeskTask[];
  readonly now: Date;
}

/** Something to do that another part of the workspace knows of. */
export interface DeskTask {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly due: Date | null;
}

const SHOWN = 6;

/** What an officer sees first: what is to be done, soonest first, and how everything stands. */
export function Dashboard({ locale, desk, name, votes, toDos, mayStart, alarms, besides = [], now }: DashboardProps) {
  const t = messages(locale).workspace.today;
  const tasks = [...besides.map(({ due, ...task }) => ({ ...task, tag: <Due locale={locale} due={due} now={now} /> })), ...toDos.map((toDo) => asTask(locale, desk, toDo, now))];
  return (
    <div className="stack-l">
      <div className="row row--between">
        <div>
          <p className="muted">{format(locale).longDate(now)}</p>
          <h1>{greeting(locale, name, now)}</h1>
        </div>
        {mayStart ? (
          <ButtonLink small href={`${desk}/votes/start`}>
            {t.start}
          </ButtonLink>
        ) : null}
      </div>
      {alarms}
      <DeskFacts locale={locale} votes={votes} now={now} />
      <Section id="to-do" title={t.toDo}>
        {tasks.length === 0 ? <EmptyState title={t.nothing}>{t.nothingMore}</EmptyState> : <TaskList tasks={tasks} />}
      </Section>
      <Section id="votes" title={t.votes} beside={votes.length > SHOWN ? <a href={`${desk}/votes`}>{t.seeAll({ count: votes.length })}</a> : undefined}>
        <VotesTable locale={locale} desk={desk} votes={votes.slice(0, SHOWN)} now={now} />
      </Section>
      <ComingUp locale={locale} votes={votes} now={now} />
    </div>
  );
}

function greeting(locale: Locale, name: string, now: Date): string {
  const t = messages(locale).workspace.today;
  const hour = Number(inLondon(now).time.slice(0, 2));
  const first = name.split(" ")[0] ?? name;
  return hour < 12 ? t.morning({ name: first }) : hour < 18 ? t.afternoon({ name: first }) : t.evening({ name: first });
}

function DeskFacts({ locale, votes, now }: Pick<DashboardProps, "locale" | "votes" | "now">) {
  const t = messages(locale).workspace.today;
  const f = format(locale);
  const open = votes.filter((vote) => vote.state === "published" && ["open", "closing-soon"].includes(standing(vote, now))).length;
  const waiting = votes.filter(({ state }) => state === "in-review").length;
  const sum = (of: (vote: VoteOnDesk) => number) => votes.reduce((total, vote) => total + of(vote), 0);
  const week = sum((vote) => vote.ballotsThisWeek);
  const change = week - sum((vote) => vote.ballotsLastWeek);
  const promises = votes.filter(({ state }) => state === "decided").flatMap(({ closesAt }) => (closesAt ? [answerDue(closesAt)] : []));
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

function asTask(locale: Locale, desk: string, { kind, vote, due }: ToDo<VoteOnDesk>, now: Date) {
  const t = messages(locale).workspace;
  const f = format(locale);
  const title = t.toDo[kind]({ title: textIn(vote.title, locale).text });
  const when = due ? f.dateAndTime(due) : "";
  const notes = {
    "finish-draft": () => t.toDoNote["finish-draft"]({ left: 8 - vote.signed }),
    approve: () => t.toDoNote.approve({ name: vote.authorName }),
    publish: () => t.toDoNote.publish,
    close: () => t.toDoNote.close({ when }),
    count: () => t.toDoNote.count,
    declare: () => t.toDoNote.declare,
    "report-back": () => t.toDoNote["report-back"]({ when: due ? f.date(due) : "" }),
    archive: () => t.toDoNote.archive,
  };
  const places = { "finish-draft": "", approve: "/approval", publish: "/publish", close: "/close", count: "", declare: "", "report-back": "/feedback", archive: "" };
  const toCount = (kind === "count" || kind === "declare") && vote.pollId !== null;
  return {
    href: toCount ? `${desk}/results/${vote.pollId}` : `${desk}/votes/${vote.id}${places[kind]}`,
    title,
    note: notes[kind](),
    tag: <Due locale={locale} due={due} now={now} />,
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

function ComingUp({ locale, votes, now }: Pick<DashboardProps, "locale" | "votes" | "now">) {
  const t = messages(locale).workspace;
  const f = format(locale);
  const ahead = votes
    .filter(({ state }) => ["approved", "published", "closed", "analysed"].includes(state))
    .flatMap((vote) => {
      const title = textIn(vote.title, locale).text;
      const ballots = t.soon.ballotsNow({ count: f.number(vote.ballots) });
      return [
        { at: vote.opensAt, what: vote.opensAt ? t.soon.opens({ title, time: f.time(vote.opensAt) }) : "", note: "" },
        { at: vote.closesAt, what: vote.closesAt ? t.soon.closes({ title, time: f.time(vote.closesAt) }) : "", note: ballots },
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
