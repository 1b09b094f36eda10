import { and, asc, count, desc, eq, inArray, min } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { hustings, hustingsAnswers, hustingsQuestions } from "#db/schema/elections/hustings.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { HustingsReason, HustingsState } from "#domain/elections/hustings.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listCandidates, type CandidateInView } from "#features/elections/nominations/queries.ts";

/** Where and when candidates meet people. */
export interface EventInView {
  readonly id: string;
  readonly title: BilingualText;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: BilingualText;
  readonly access: BilingualText;
  readonly onlineUrl: string;
  /** Why it does not take place; null where it does. */
  readonly cancelled: BilingualText | null;
}

/** The events of an election, the first to come first. */
export async function listEvents(scope: AnyScope, electionId: string): Promise<readonly EventInView[]> {
  const rows = await database()
    .select()
    .from(hustings)
    .where(and(eq(hustings.councilId, scope.council.id), eq(hustings.electionId, electionId)))
    .orderBy(asc(hustings.startsAt));
  return rows.map((row) => ({
    id: row.id,
    title: bilingual(row.titleEn, row.titleCy),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: bilingual(row.placeEn, row.placeCy),
    access: bilingual(row.accessEn, row.accessCy),
    onlineUrl: row.onlineUrl,
    cancelled: row.cancelledAt === null ? null : bilingual(row.cancelledEn, row.cancelledCy),
  }));
}

/** One of them; 404 for another election's. */
export async function getEvent(scope: AnyScope, electionId: string, id: string): Promise<EventInView> {
  return found((await listEvents(scope, electionId)).find((event) => event.id === id), "hustings");
}

/** Words in the language they were written in. */
export interface Written {
  readonly text: string;
  readonly lang: Locale;
}

/** A question that everybody reads, with the answers that are shown, in the order of the paper. */
export interface QuestionShown extends Written {
  readonly number: number;
  readonly contestId: string;
  readonly answers: readonly (Written & { readonly candidate: CandidateInView })[];
}

const asLocale = (lang: string): Locale => (lang === "cy" ? "cy" : "en");

/** Questions of these contests that are shown, oldest first. Of whoever withdrew no answer is, and never who asked. */
export async function listShownQuestions(scope: AnyScope, electionId: string, contestIds: readonly string[]): Promise<readonly QuestionShown[]> {
  const questions = await database()
    .select()
    .from(hustingsQuestions)
    .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.electionId, electionId), inArray(hustingsQuestions.contestId, [...contestIds]), eq(hustingsQuestions.state, "shown")))
    .orderBy(asc(hustingsQuestions.number));
  if (questions.length === 0) return [];
  const [answers, candidates] = await Promise.all([
    database()
      .select()
      .from(hustingsAnswers)
      .where(and(inArray(hustingsAnswers.questionId, questions.map(({ id }) => id)), eq(hustingsAnswers.state, "shown"))),
    listCandidates(scope, contestIds),
  ]);
  const given = Map.groupBy(answers, ({ questionId }) => questionId);
  const standing = Map.groupBy(candidates.filter(({ withdrawn }) => !withdrawn), ({ contestId }) => contestId);
  return questions.map(({ id, number, contestId, text, lang }) => ({
    number,
    contestId,
    text,
    lang: asLocale(lang),
    answers: (standing.get(contestId) ?? []).flatMap((candidate) => {
      const answer = given.get(id)?.find(({ nominationId }) => nominationId === candidate.id);
      return answer ? [{ text: answer.text, lang: asLocale(answer.lang), candidate }] : [];
    }),
  }));
}

/** How something stands that its author wrote. */
export interface OwnWords extends Written {
  readonly state: HustingsState;
  readonly reason: HustingsReason | null;
  readonly note: string;
}

/** What somebody asked themselves at an election, the newest first. */
export async function listOwnQuestions(scope: ActorScope, electionId: string): Promise<readonly (OwnWords & { readonly number: number })[]> {
  const rows = await database()
    .select()
    .from(hustingsQuestions)
    .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.electionId, electionId), eq(hustingsQuestions.askedBy, scope.actor.personId)))
    .orderBy(desc(hustingsQuestions.number));
  return rows.map(({ number, text, lang, state, reason, note }) => ({ number, text, lang: asLocale(lang), state, reason, note }));
}

/** A question a candidate can answer, with their own answer. */
export interface QuestionToAnswer extends Written {
  readonly number: number;
  readonly answer: OwnWords | null;
}

/** The questions that are shown to somebody who stands; null for whoever does not. */
export async function listQuestionsToAnswer(scope: ActorScope, electionId: string): Promise<readonly QuestionToAnswer[] | null> {
  const [mine] = await database()
    .select({ id: nominations.id, contestId: nominations.contestId })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(nominations.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.personId, scope.actor.personId), eq(nominations.state, "accepted")));
  if (!mine) return null;
  const rows = await database()
    .select({ question: hustingsQuestions, answer: hustingsAnswers })
    .from(hustingsQuestions)
    .leftJoin(hustingsAnswers, and(eq(hustingsAnswers.questionId, hustingsQuestions.id), eq(hustingsAnswers.nominationId, mine.id)))
    .where(and(eq(hustingsQuestions.contestId, mine.contestId), eq(hustingsQuestions.state, "shown")))
    .orderBy(asc(hustingsQuestions.number));
  return rows.map(({ question, answer }) => ({
    number: question.number,
    text: question.text,
    lang: asLocale(question.lang),
    answer: answer && { text: answer.text, lang: asLocale(answer.lang), state: answer.state, reason: answer.reason, note: answer.note },
  }));
}

/** Something to be read before others see it. A moderator does not learn who asked; who answers is known to everybody. */
export interface ToModerate extends OwnWords {
  readonly what: "question" | "answer";
  readonly id: string;
  readonly number: number;
  readonly contestId: string;
  /** Of an answer: who gave it, and what was asked. */
  readonly answerOf: { readonly candidate: string; readonly question: Written } | null;
  readonly writtenAt: Date;
  /** They wrote it themselves, or stand in its contest. */
  readonly own: boolean;
}

/** Every question and answer of an election for its moderators: what waits first, and of that the oldest. */
export async function listToModerate(scope: ActorScope, electionId: string): Promise<readonly ToModerate[]> {
  authorise(scope, "question.moderate", null);
  const questions = await database()
    .select()
    .from(hustingsQuestions)
    .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.electionId, electionId)))
    .orderBy(asc(hustingsQuestions.number));
  if (questions.length === 0) return [];
  const [answers, standing] = await Promise.all([
    database()
      .select({ answer: hustingsAnswers, given: nominations.givenName, surname: nominations.surname, shows: nominations.showsSurname })
      .from(hustingsAnswers)
      .innerJoin(nominations, eq(nominations.id, hustingsAnswers.nominationId))
      .where(inArray(hustingsAnswers.questionId, questions.map(({ id }) => id)))
      .orderBy(asc(hustingsAnswers.answeredAt)),
    database()
      .select({ contestId: nominations.contestId })
      .from(nominations)
      .innerJoin(contests, eq(contests.id, nominations.contestId))
      .where(and(eq(contests.electionId, electionId), eq(nominations.personId, scope.actor.personId))),
  ]);
  const all: readonly ToModerate[] = [
    ...questions.map((row) => ({ what: "question" as const, id: row.id, number: row.number, contestId: row.contestId, text: row.text, lang: asLocale(row.lang), state: row.state, reason: row.reason, note: row.note, answerOf: null, writtenAt: row.askedAt, own: row.askedBy === scope.actor.personId })),
    ...answers.flatMap(({ answer: row, given, surname, shows }) => {
      const question = questions.find(({ id }) => id === row.questionId);
      if (!question) return [];
      return [{ what: "answer" as const, id: row.id, number: question.number, contestId: row.contestId, text: row.text, lang: asLocale(row.lang), state: row.state, reason: row.reason, note: row.note, answerOf: { candidate: shows ? `${given} ${surname}`.trim() : given, question: { text: question.text, lang: asLocale(question.lang) } }, writtenAt: row.answeredAt, own: standing.some(({ contestId }) => contestId === row.contestId) }];
    }),
  ];
  const later = (state: HustingsState): number => (state === "held" ? 0 : 1);
  return [...all].sort((a, b) => later(a.state) - later(b.state) || a.writtenAt.getTime() - b.writtenAt.getTime());
}

/** How many questions and answers of each election of the council wait to be read, and since when. */
export async function countHeld(scope: ActorScope): Promise<ReadonlyMap<string, { readonly count: number; readonly since: Date | null }>> {
  authorise(scope, "question.moderate", null);
  const [questions, answers] = await Promise.all([
    database()
      .select({ electionId: hustingsQuestions.electionId, held: count(), since: min(hustingsQuestions.askedAt) })
      .from(hustingsQuestions)
      .where(and(eq(hustingsQuestions.councilId, scope.council.id), eq(hustingsQuestions.state, "held")))
      .groupBy(hustingsQuestions.electionId),
    database()
      .select({ electionId: hustingsQuestions.electionId, held: count(), since: min(hustingsAnswers.answeredAt) })
      .from(hustingsAnswers)
      .innerJoin(hustingsQuestions, eq(hustingsQuestions.id, hustingsAnswers.questionId))
      .where(and(eq(hustingsAnswers.councilId, scope.council.id), eq(hustingsAnswers.state, "held")))
      .groupBy(hustingsQuestions.electionId),
  ]);
  const all = new Map<string, { readonly count: number; readonly since: Date | null }>();
  for (const { electionId, held, since } of [...questions, ...answers]) {
    const before = all.get(electionId);
    const earliest = before?.since && since ? (before.since < since ? before.since : since) : (before?.since ?? since);
    all.set(electionId, { count: (before?.count ?? 0) + held, since: earliest });
  }
  return all;
}
