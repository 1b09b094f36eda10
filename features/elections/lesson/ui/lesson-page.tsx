import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { countHandmade, exercisesOf, HANDMADE_BALLOTS, type Exercise, type Fruit, type VotesOfOne } from "#domain/elections/lesson.ts";
import { OFFICE_RULES, type OfficeRule } from "#domain/elections/template.ts";
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { electionBlocks } from "#components/count-sheets/election-blocks.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { OfficeHeld } from "#features/elections/results/queries.ts";
import { stepsOf } from "#features/elections/results/ui/result-evening.tsx";
import { BlockOf } from "#features/voting/count-sheets/ui/election-sheet.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface LessonPageProps {
  readonly locale: Locale;
  readonly election: BilingualText;
  readonly rule: OfficeRule;
  readonly outcome: ElectionDecided;
  readonly offices: readonly OfficeHeld[];
  /** By number on the paper; null once candidates have been taken down, and then they are letters. */
  readonly names: ReadonlyMap<string, BilingualText> | null;
  readonly resultAddress: string;
}

type Words = ReturnType<typeof messages>["lesson"];

/** What every part of the pack needs to write a question and its answer. */
interface Writing {
  readonly locale: Locale;
  readonly t: Words;
  readonly name: (id: string) => string;
  /** A number as it is written: votes come as text to five decimals. */
  readonly shown: (votes: string | number) => string;
}

/** A lesson from one count: how its rule works, the real steps, exercises with lines to write on, and the answers on pages of their own. */
export function LessonPage({ locale, election, rule, outcome, offices, names, resultAddress }: LessonPageProps) {
  const { lesson: t, countSheets } = messages(locale);
  const f = format(locale);
  const name = (id: string): string => (names === null ? t.candidate({ letter: letterOf(id) }) : textIn(names.get(id) ?? { en: id, cy: id }, locale).text);
  const writing: Writing = { locale, t, name, shown: (votes) => f.decimal(Number(votes), 5) };
  const exercises = exercisesOf(outcome);
  const steps = stepsOf(electionBlocks(outcome, { t: countSheets, f, name })).flat();
  const people = Object.keys(firstVotes(outcome)).length;
  return (
    <div className="stack-xl lesson">
      <PageHead kicker={t.link} title={t.title({ election: textIn(election, locale).text })} lead={t.lead} />
      <Section id="teacher" title={t.teacher.title} surface="tint">
        <ul>
          {t.teacher.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
          <li className="noprint">{t.print}</li>
        </ul>
      </Section>
      <Section id="decided" title={t.decided.title}>
        <p>{t.decided.ballots({ count: outcome.metrics.valid, shown: f.number(outcome.metrics.valid), people: f.number(people) })}</p>
        <ul>
          {offices.map(({ name: office, numbers }) => (
            <li key={office.en}>
              {textIn(office, locale).text}: <strong>{numbers.length === 0 ? messages(locale).elections.results.vacant : f.list(numbers.map((number) => name(String(number))))}</strong>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="how" title={t.how.title}>
        <p>
          <strong>{messages(locale).elections.rules[rule].name}</strong>
        </p>
        <ol>
          {t.how.rules[rule].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section id="real" title={t.real.title}>
        <div className="stack">
          {steps.map((block, at) => (
            <BlockOf key={at} block={block} />
          ))}
        </div>
      </Section>
      <Section id="exercises" title={t.exercises.title} className="lesson__part">
        <div className="stack-l">
          {exercises.map((exercise, at) => (
            <article key={exercise.kind} className="stack-s lesson__task">
              <h3>{t.exercises.number({ number: f.number(at + 1) })}</h3>
              <p>{ask(exercise, writing)}</p>
              <Figures exercise={exercise} writing={writing} answered={false} />
              <p className="lesson__line">
                <span className="small muted">{t.exercises.answer}</span>
              </p>
            </article>
          ))}
        </div>
      </Section>
      <Handmade locale={locale} rule={rule} />
      <Section id="talk" title={t.talk.title}>
        <ul>
          {t.talk.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section id="words" title={t.words.title}>
        <dl className="stack-s">
          {[...t.words.terms, ...(rule === "scottish_stv" ? [t.words.quota, t.words.surplus] : [])].map(([term, meaning]) => (
            <div key={term}>
              <dt>
                <strong>{term}</strong>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="answers" title={t.answers.title} className="lesson__part">
        <div className="stack-l">
          {exercises.map((exercise, at) => (
            <article key={exercise.kind} className="stack-s lesson__task">
              <h3>{t.exercises.number({ number: f.number(at + 1) })}</h3>
              <Figures exercise={exercise} writing={writing} answered />
              <p>{say(exercise, writing)}</p>
            </article>
          ))}
          <HandmadeAnswers locale={locale} rule={rule} />
        </div>
      </Section>
      <Section id="check" title={t.check.title} className="noprint">
        <p>
          {t.check.text} <a href={resultAddress}>{t.check.link}</a>
        </p>
      </Section>
    </div>
  );
}

/** Past the alphabet a number does. */
const letterOf = (id: string): string => (Number(id) >= 1 && Number(id) <= 26 ? String.fromCharCode(64 + Number(id)) : id);

const firstVotes = ({ stages: [first] }: ElectionDecided): Readonly<Record<string, unknown>> => (first === undefined || first.kind === "pairwise" ? {} : first.kind === "totals" ? first.totals : first.kind === "second-preferences" ? first.total : first.votes);

/** A question in words. */
function ask(exercise: Exercise, { t: { exercises: t }, name, shown }: Writing): string {
  switch (exercise.kind) {
    case "add-up":
    case "finalists":
    case "first-choices":
      return t[exercise.kind].ask;
    case "ticks":
      return t.ticks.ask({ ballots: shown(exercise.ballots) });
    case "half":
      return t.half.ask({ valid: shown(exercise.valid) });
    case "quota":
      return t.quota.ask({ valid: shown(exercise.valid), places: shown(exercise.places), parts: shown(exercise.places + 1) });
    case "surplus":
      return t.surplus.ask({ name: name(exercise.one.id), votes: shown(exercise.one.votes), quota: shown(exercise.quota) });
    case "follow":
      return t.follow.ask({ name: name(exercise.out.id), votes: shown(exercise.out.votes) });
    case "nothing-lost":
      return t["nothing-lost"].ask({ held: shown(exercise.held), gone: shown(exercise.gone) });
    case "margin":
      return t.margin.ask({ first: name(exercise.first.id), votes: shown(exercise.first.votes), second: name(exercise.second.id), others: shown(exercise.second.votes) });
    case "share":
      return t.share.ask({ name: name(exercise.one.id), votes: shown(exercise.one.votes), ballots: shown(exercise.ballots) });
  }
}

/** Its answer, with how one comes to it. */
function say(exercise: Exercise, { locale, t: { exercises: t }, name, shown }: Writing): string {
  const names = (ids: readonly string[]): string => format(locale).list(ids.map(name));
  switch (exercise.kind) {
    case "add-up":
      return t["add-up"].say({ sum: shown(exercise.answer) });
    case "ticks":
      return t.ticks.say({ sum: shown(exercise.sum), ballots: shown(exercise.ballots), each: shown(exercise.answer) });
    case "half":
      return t.half.say({ answer: shown(exercise.answer), name: name(exercise.leader.id), votes: shown(exercise.leader.votes), reached: exercise.reached });
    case "quota":
      return t.quota.say({ valid: shown(exercise.valid), parts: shown(exercise.places + 1), part: shown(exercise.part), answer: shown(exercise.answer) });
    case "surplus":
      return t.surplus.say({ name: name(exercise.one.id), votes: shown(exercise.one.votes), quota: shown(exercise.quota), answer: shown(exercise.answer), value: shown(exercise.value) });
    case "follow":
      return t.follow.say({ gone: shown(exercise.gone) });
    case "finalists": {
      const [first] = exercise.sums.toSorted((a, b) => b.answer - a.answer);
      return t.finalists.say({ name: first ? name(first.id) : "", unused: shown(exercise.unused) });
    }
    case "nothing-lost":
      return t["nothing-lost"].say({ valid: shown(exercise.valid) });
    case "margin":
      return t.margin.say({ votes: shown(exercise.first.votes), others: shown(exercise.second.votes), answer: shown(exercise.answer) });
    case "share":
      return t.share.say({ votes: shown(exercise.one.votes), ballots: shown(exercise.ballots), answer: shown(exercise.answer) });
    case "first-choices":
      return t["first-choices"].say({ leaders: names(exercise.leaders), winners: names(exercise.winners), same: exercise.same });
  }
}

/** The table a question needs; with the answers filled in, or empty boxes in their place. */
function Figures({ exercise, writing, answered }: { readonly exercise: Exercise; readonly writing: Writing; readonly answered: boolean }): ReactNode {
  const { t: { exercises: t }, name, shown } = writing;
  const blank = (value: string): ReactNode => (answered ? <strong>{value}</strong> : <span className="lesson__box" />);
  const person = { key: "person", header: t.person, names: true, cell: ({ id }: { readonly id: string }) => name(id) };
  switch (exercise.kind) {
    case "add-up":
    case "ticks":
      return answered ? null : <DataTable caption={t.table} captionLook="hidden" columns={[person, { key: "votes", header: t.votes, numeric: true, cell: ({ votes }: VotesOfOne) => shown(votes) }]} rows={exercise.votes} rowKey={({ id }) => id} />;
    case "finalists":
      return (
        <DataTable
          caption={t.table}
          captionLook="hidden"
          columns={[
            person,
            { key: "first", header: t.first, numeric: true, cell: ({ first }) => shown(first) },
            { key: "second", header: t.second, numeric: true, cell: ({ second }) => shown(second) },
            { key: "sum", header: t.votes, numeric: true, cell: ({ answer }) => blank(shown(answer)) },
          ]}
          stack
          rows={exercise.sums}
          rowKey={({ id }) => id}
        />
      );
    case "follow":
      return (
        <DataTable
          caption={t.table}
          captionLook="hidden"
          columns={[
            person,
            { key: "before", header: t.before, numeric: true, cell: ({ votes }) => shown(votes) },
            { key: "after", header: t.after, numeric: true, cell: ({ id }) => shown(exercise.after.find((each) => each.id === id)?.votes ?? "0") },
            { key: "gain", header: t.gain, numeric: true, cell: ({ id }) => blank(shown(exercise.gains.find((each) => each.id === id)?.votes ?? "0")) },
          ]}
          stack
          rows={exercise.before}
          rowKey={({ id }) => id}
        />
      );
    default:
      return null;
  }
}

/** Fifteen ballots to cut out and count, by the rule of the election. */
function Handmade({ locale, rule }: { readonly locale: Locale; readonly rule: OfficeRule }) {
  const t = messages(locale).lesson.handmade;
  const f = format(locale);
  const fruit = (choice: Fruit | undefined): string => (choice === undefined ? "" : t.fruits[choice]);
  const note = rule === "fptp" ? t.leadOne : rule === "approval" ? t.leadTicks : null;
  return (
    <Section id="handmade" title={t.title}>
      <div className="stack">
        <p>
          {rule === "scottish_stv" ? t.leadTwo : t.lead} {note}
        </p>
        <DataTable
          caption={t.ballots}
          captionLook="hidden"
          columns={[
            { key: "first", header: t.firstChoice, names: true, cell: ({ choices }) => fruit(choices[0]) },
            { key: "second", header: t.secondChoice, cell: ({ choices }) => fruit(choices[1]) },
            { key: "times", header: t.how, numeric: true, cell: ({ times }) => f.number(times) },
          ]}
          rows={HANDMADE_BALLOTS}
          rowKey={({ choices }) => choices.join()}
        />
        <h3>{t.other}</h3>
        <p>{t.otherLead}</p>
        <p className="lesson__line">
          <span className="small muted">{messages(locale).lesson.exercises.answer}</span>
        </p>
      </div>
    </Section>
  );
}

/** The same count done by the program: by the election's rule step by step, and the winners by each rule. */
function HandmadeAnswers({ locale, rule }: { readonly locale: Locale; readonly rule: OfficeRule }) {
  const { lesson, countSheets, elections } = messages(locale);
  const t = lesson.handmade;
  const f = format(locale);
  const fruit = (id: string): string => t.fruits[id as Fruit];
  return (
    <article className="stack">
      <h3>{lesson.answers.handmade}</h3>
      {stepsOf(electionBlocks(countHandmade(rule), { t: countSheets, f, name: fruit }))
        .flat()
        // The table of all steps stands above with the real count; two of one name are one too many to find one's way by.
        .filter(({ kind }) => kind !== "table")
        .map((block, at) => (
          <BlockOf key={at} block={block} />
        ))}
      <DataTable
        caption={t.other}
        columns={[
          { key: "rule", header: t.rule, names: true, cell: (each: OfficeRule) => elections.rules[each].name },
          { key: "wins", header: t.wins, cell: (each: OfficeRule) => f.list(countHandmade(each).winners.map(fruit)) },
        ]}
        rows={OFFICE_RULES}
        rowKey={(each) => each}
      />
      <p>{t.surprise}</p>
    </article>
  );
}
