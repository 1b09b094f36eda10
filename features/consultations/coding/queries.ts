import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { themes } from "#db/schema/consultations/coding.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { cohensKappa, type Agreement } from "#domain/consultations/analysis/agreement.ts";
import { findNearIdentical } from "#domain/consultations/analysis/near-identical.ts";
import { suggestThemes, type Suggestion } from "#domain/consultations/coding/suggest-themes.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";

/** A theme of the code frame, and in how many answers somebody found it. */
export interface ThemeInView {
  readonly id: string;
  readonly name: BilingualText;
  readonly main: boolean;
  readonly answer: BilingualText;
  readonly answers: number;
}

/** The question whose written answers are read; 404 where nothing is written to it. */
export async function getWrittenQuestion(scope: AnyScope, consultationId: string, code: string): Promise<Question> {
  const { questions } = await findAsked(scope, consultationId);
  return found(
    questions.find((question) => question.code === code && ["short-text", "long-text"].includes(question.type)),
    "question",
  );
}

/** The code frame of a question, what was found most first. */
export async function listThemes(scope: AnyScope, consultationId: string, questionCode: string, executor: Executor = database()): Promise<readonly ThemeInView[]> {
  return (await listFrames(scope, consultationId, eq(themes.questionCode, questionCode), executor)).get(questionCode) ?? [];
}

/** The code frames of a consultation by the code of their question, of all its questions or of some: one statement. */
async function listFrames(scope: AnyScope, consultationId: string, which?: SQL, executor: Executor = database()): Promise<ReadonlyMap<string, readonly ThemeInView[]>> {
  const rows = await executor
    .select({ theme: themes, answers: sql<number>`(select count(distinct response_id)::integer from answer_themes a where a.theme_id = themes.id)` })
    .from(themes)
    .where(and(eq(themes.councilId, scope.council.id), eq(themes.consultationId, consultationId), which))
    .orderBy(asc(themes.nameEn));
  const frames = new Map<string, ThemeInView[]>();
  for (const { theme, answers } of rows) {
    const frame = frames.get(theme.questionCode) ?? [];
    frame.push({ id: theme.id, name: bilingual(theme.nameEn, theme.nameCy), main: theme.main, answer: bilingual(theme.answerEn, theme.answerCy), answers });
    frames.set(theme.questionCode, frame);
  }
  for (const frame of frames.values()) frame.sort((a, b) => b.answers - a.answers);
  return frames;
}

export interface WrittenAnswer {
  readonly responseId: string;
  readonly reference: string;
  readonly text: string;
  readonly language: string;
  readonly organisation: string;
  /** How many officers have read it, and the themes this one found. */
  readonly readers: number;
  readonly readByMe: boolean;
  readonly mine: readonly string[];
}

const ANSWERS_TO_A_PAGE = 10;

export interface WrittenPage {
  readonly answers: readonly WrittenAnswer[];
  readonly total: number;
  /** Answers to a page. */
  readonly toAPage: number;
  /** Of all, how many this officer and how many anybody has read. */
  readonly all: number;
  readonly readByMe: number;
  readonly readByAnybody: number;
}

/** What people wrote to a question, ten to a page, in an order that stays; narrowed to what this officer has not read, or to words. */
export async function listWritten(
  scope: AnyScope,
  consultationId: string,
  questionCode: string,
  { readerId, page, unread, words }: { readonly readerId: string; readonly page: number; readonly unread: boolean; readonly words: string },
): Promise<WrittenPage> {
  const written = sql`
    select r.id, r.reference, r.language::text as language, r.organisation_name, a.value ->> 'text' as text,
      (select count(*)::integer from answer_readings g where g.response_id = r.id and g.question_code = ${questionCode} and g.correction = a.correction) as readers,
      exists (select from answer_readings g where g.response_id = r.id and g.question_code = ${questionCode} and g.correction = a.correction and g.reader_id = ${readerId}) as mine
    from response_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and a.question_code = ${questionCode} and r.council_id = ${scope.council.id} and r.state = 'submitted' and a.value ? 'text'`;
  const wanted = sql`where (${!unread} or not mine) and (${words} = '' or strpos(lower(text), lower(${words})) > 0)`;
  const [sums] = await database().execute<{ total: number; all: number; by_me: number; by_anybody: number }>(sql`
    with w as (${written}) select (select count(*)::integer from w ${wanted}) as total, count(*)::integer as "all",
      count(*) filter (where mine)::integer as by_me, count(*) filter (where readers > 0)::integer as by_anybody from w`);
  const rows = await database().execute<{ id: string; reference: string; text: string; language: string; organisation_name: string; readers: number; mine: boolean; themes: string | readonly string[] | null }>(sql`
    with w as (${written})
    select w.*, (select json_agg(t.theme_id) from answer_themes t join themes h on h.id = t.theme_id and h.question_code = ${questionCode} where t.response_id = w.id and t.reader_id = ${readerId})::text as themes
    from w ${wanted} order by id limit ${ANSWERS_TO_A_PAGE} offset ${(page - 1) * ANSWERS_TO_A_PAGE}`);
  return {
    answers: rows.map((row) => ({
      responseId: row.id,
      reference: row.reference,
      text: row.text,
      language: row.language,
      organisation: row.organisation_name,
      readers: row.readers,
      readByMe: row.mine,
      mine: typeof row.themes === "string" ? (JSON.parse(row.themes) as string[]) : [],
    })),
    total: sums?.total ?? 0,
    toAPage: ANSWERS_TO_A_PAGE,
    all: sums?.all ?? 0,
    readByMe: sums?.by_me ?? 0,
    readByAnybody: sums?.by_anybody ?? 0,
  };
}

/** Texts at most to look through at once; more would keep other people waiting. */
const MOST_TEXTS = 20_000;

async function listTexts(scope: AnyScope, consultationId: string, questionCode: string): Promise<readonly { readonly id: string; readonly reference: string; readonly text: string }[]> {
  return database().execute<{ id: string; reference: string; text: string }>(sql`
    select r.id, r.reference, a.value ->> 'text' as text from response_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and a.question_code = ${questionCode} and r.council_id = ${scope.council.id} and r.state = 'submitted' and a.value ? 'text'
    order by r.received_at, r.id limit ${MOST_TEXTS}`);
}

/** Phrases that many used and that are no theme yet, for a person to take or leave. */
export async function suggestFor(scope: AnyScope, consultationId: string, questionCode: string): Promise<readonly Suggestion[]> {
  const [texts, frame] = await Promise.all([listTexts(scope, consultationId, questionCode), listThemes(scope, consultationId, questionCode)]);
  const known = new Set(frame.map(({ name }) => name.en.toLowerCase()));
  return suggestThemes(texts.map(({ text }) => text)).filter(({ phrase }) => !known.has(phrase));
}

/** Texts that are nearly the same, the first to come as their example. */
export interface AlikeTexts {
  readonly example: string;
  readonly references: readonly string[];
}

export async function listAlike(scope: AnyScope, consultationId: string, questionCode: string): Promise<readonly AlikeTexts[]> {
  const texts = await listTexts(scope, consultationId, questionCode);
  const byId = new Map(texts.map((each) => [each.id, each]));
  return findNearIdentical(texts).map((ids) => ({ example: byId.get(ids[0] ?? "")?.text ?? "", references: ids.map((id) => byId.get(id)?.reference ?? "") }));
}

/** How far the first two readers of each answer agree on a theme; only answers that two have read. */
export async function listAgreements(scope: AnyScope, consultationId: string, questionCode: string): Promise<ReadonlyMap<string, Agreement>> {
  const rows = await database().execute<{ theme_id: string; one: boolean; other: boolean }>(sql`
    with pairs as (
      select g.response_id, (array_agg(g.reader_id order by g.read_at, g.reader_id))[1] as one, (array_agg(g.reader_id order by g.read_at, g.reader_id))[2] as other
      from answer_readings g join responses r on r.id = g.response_id
        join response_answers w on w.response_id = g.response_id and w.question_code = g.question_code and w.correction = g.correction
      where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and g.question_code = ${questionCode}
      group by g.response_id having count(*) >= 2
    )
    select t.id as theme_id,
      exists (select from answer_themes a where a.response_id = p.response_id and a.theme_id = t.id and a.reader_id = p.one) as one,
      exists (select from answer_themes a where a.response_id = p.response_id and a.theme_id = t.id and a.reader_id = p.other) as other
    from pairs p cross join themes t where t.consultation_id = ${consultationId} and t.question_code = ${questionCode}`);
  return new Map([...Map.groupBy(rows, (row) => row.theme_id)].map(([id, pairs]) => [id, cohensKappa(pairs.map(({ one, other }) => [one, other] as const))]));
}

/** The main themes of a consultation, of all its questions, to which nothing is said yet in a language the council publishes in. */
export async function listUnanswered(scope: AnyScope, consultationId: string, executor: Executor = database()): Promise<readonly BilingualText[]> {
  const rows = await executor
    .select({ nameEn: themes.nameEn, nameCy: themes.nameCy, answerEn: themes.answerEn, answerCy: themes.answerCy })
    .from(themes)
    .where(and(eq(themes.councilId, scope.council.id), eq(themes.consultationId, consultationId), eq(themes.main, true)))
    .orderBy(asc(themes.nameEn));
  return rows.filter(({ answerEn, answerCy }) => answerEn.trim() === "" || (scope.council.welsh && answerCy.trim() === "")).map(({ nameEn, nameCy }) => bilingual(nameEn, nameCy));
}

/** Written answers of a consultation that nobody has read. */
export async function countUnread(scope: AnyScope, consultationId: string): Promise<number> {
  const [row] = await database().execute<{ unread: number }>(sql`
    select count(*)::integer as unread from response_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' and a.value ? 'text'
      and not exists (select from answer_readings g where g.response_id = a.response_id and g.question_code = a.question_code and g.correction = a.correction)`);
  return row?.unread ?? 0;
}

/** The themes found in each written question, for everybody: fewer than five answers are not told apart. */
export async function listFound(scope: AnyScope, consultationId: string): Promise<readonly { readonly questionCode: string; readonly written: number; readonly themes: readonly ThemeInView[] }[]> {
  const rows = await database().execute<{ code: string; written: number }>(sql`
    select a.question_code as code, count(*)::integer as written from response_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' and a.value ? 'text'
      and exists (select from themes t where t.consultation_id = a.consultation_id and t.question_code = a.question_code) group by 1 order by 1`);
  const frames = rows.length === 0 ? null : await listFrames(scope, consultationId);
  return rows.map(({ code, written }) => ({ questionCode: code, written, themes: frames?.get(code) ?? [] }));
}
