import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { analysisViews } from "#db/schema/consultations/analysis.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { crossTable, type CrossTable } from "#domain/consultations/analysis/cross-table.ts";
import { canCompare, dimensionsOf, DONT_KNOW, questionsEverAsked, type Dimension, type ResponseTrait } from "#domain/consultations/analysis/dimensions.ts";
import { weighByPopulation } from "#domain/consultations/analysis/weighting.ts";
import { LETTER_CODE, RECRUITMENT_SOURCES, RESPONDENT_KINDS, RESPONSE_CHANNELS } from "#domain/consultations/response.ts";
import { equalityListOf, equalityQuestionsOf, type EqualityList } from "#domain/consultations/equality.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { letterAsQuestion } from "#features/consultations/surveys/letter-question.ts";
import { listVersions } from "#features/consultations/surveys/queries.ts";

/** Which responses are counted; an empty part leaves nothing out. */
export interface Narrowed {
  readonly channel: string;
  readonly respondent: string;
  readonly source: string;
  /** `without` leaves out what a person decided to count apart: second responses of one sender, bursts, campaign texts. */
  readonly apart: string;
}

export const EVERYBODY: Narrowed = { channel: "", respondent: "", source: "", apart: "" };

/** Reads from an address which responses are counted; what no list offers narrows nothing. */
export function readNarrowed(query: URLSearchParams): Narrowed {
  const oneOf = (name: keyof Narrowed, values: readonly string[]) => {
    const given = query.get(name) ?? "";
    return values.includes(given) ? given : "";
  };
  return { channel: oneOf("channel", RESPONSE_CHANNELS), respondent: oneOf("respondent", RESPONDENT_KINDS), source: oneOf("source", RECRUITMENT_SOURCES), apart: oneOf("apart", ["without"]) };
}

/** What was asked over all versions, and everything answers can be counted by. */
export interface Asked {
  readonly questions: readonly Question[];
  readonly dimensions: readonly Dimension[];
  /** By which nation's list equality questions are asked. */
  readonly list: EqualityList;
  /** The wards of the council, by name. */
  readonly wards: readonly { readonly id: string; readonly name: BilingualText; readonly population: number | null }[];
}

/** What a consultation has asked, as it asked it last. */
export async function findAsked(scope: AnyScope, consultationId: string): Promise<Asked> {
  const [versions, letters, wards] = await Promise.all([
    listVersions(scope, consultationId),
    database().execute(sql`select from response_answers where consultation_id = ${consultationId} and question_code = ${LETTER_CODE} limit 1`),
    database().execute<{ id: string; name_en: string; name_cy: string; population: number | null }>(sql`
      select id, name_en, name_cy, population from areas where council_id = ${scope.council.id} and kind = 'ward' order by name_en`),
  ]);
  const questions = [...questionsEverAsked(versions.map(({ document }) => document)), ...(letters.length > 0 ? [letterAsQuestion()] : [])];
  const list = equalityListOf(scope.council);
  const equality = versions.some(({ document }) => document.equality) ? equalityQuestionsOf(list) : [];
  return { questions, list, dimensions: dimensionsOf(questions, equality), wards: wards.map(({ id, name_en: en, name_cy: cy, population }) => ({ id, name: { en, cy }, population })) };
}

/** Throws AccessError unless this officer may read what people answered. */
export const mayAnalyse = (scope: ActorScope): void => authorise(scope, "consultation.analyse", undefined);

/** The responses that count, as a table `r` of their ids. */
export const counted = (scope: AnyScope, consultationId: string, { channel, respondent, source, apart }: Narrowed): SQL => sql`
  select id, channel, respondent, recruitment_source, language from responses
  where consultation_id = ${consultationId} and council_id = ${scope.council.id} and state = 'submitted'
    ${channel === "" ? sql`` : sql`and channel = ${channel}`}
    ${respondent === "" ? sql`` : sql`and respondent = ${respondent}`}
    ${source === "" ? sql`` : sql`and recruitment_source = ${source}`}
    ${apart === "" ? sql`` : sql`and not exists (select from response_signs s where s.response_id = responses.id and s.verdict = 'apart')`}`;

const TRAIT_COLUMNS: Readonly<Record<ResponseTrait, SQL>> = { channel: sql`channel`, respondent: sql`respondent`, source: sql`recruitment_source`, language: sql`language` };

/** An answer `value` as the codes it holds, an array of JSON. */
const codesOf = (value: SQL, several: SQL): SQL => sql`case
      when ${value} ? 'dontKnow' then '["dont-know"]'::jsonb
      when ${value} ? 'choice' then jsonb_build_array(${value} -> 'choice')
      when ${value} ? 'agreed' then jsonb_build_array(case when (${value} ->> 'agreed')::boolean then 'yes' else 'no' end)
      when ${value} ? 'order' then coalesce(jsonb_path_query_array(${value}, '$.order[0]'), '[]'::jsonb)
      else coalesce(${several}, '[]'::jsonb) end`;

/** The records of equality, which name no response: what was counted there stands for everybody who gave any, however they answered. */
const apart = (scope: AnyScope, consultationId: string): SQL => sql`
  select id, answers, alongside from equality_records where consultation_id = ${consultationId} and council_id = ${scope.council.id}`;

/** Every value that a record `r` of equality has of a dimension, in the same shape. */
function valuesApart(dimension: Dimension): SQL {
  if (dimension.by === "equality") return sql`select id as response_id, answers ->> ${dimension.code}::text as value from r where answers ? ${dimension.code}::text`;
  if (dimension.by !== "question") throw new RangeError(`${dimension.key} is not kept beside the equality answers`);
  const value = sql`(r.alongside -> ${dimension.question.code}::text)`;
  return sql`select r.id as response_id, each.value from r cross join lateral jsonb_array_elements_text(${codesOf(value, sql`${value} -> 'choices'`)}) as each(value)
    where r.alongside ? ${dimension.question.code}::text`;
}

/** Questions with one code to an answer; it is read from an index and the answer not opened: of a long survey each page holds one answer to the question and many to others. */
const ONE_CODE: readonly Question["type"][] = ["single-choice", "autocomplete", "likert", "yes-no"];

/**
 * What each response `r` has of a dimension, once: rows of `response_id` and `codes`, the codes as JSON where there may be several of them
 * (`codesFrom` reads them). So responses that chose the same are counted together before anything is taken apart.
 */
function codesIn(consultationId: string, dimension: Dimension): SQL {
  if (dimension.by === "equality") throw new RangeError("Equality answers stand in no response");
  if (!("question" in dimension)) return sql`select id as response_id, ${TRAIT_COLUMNS[dimension.by]}::text as codes from r`;
  const { code, type } = dimension.question;
  const at = sql`a.consultation_id = ${consultationId} and a.question_code = ${code}`;
  if (dimension.by === "ward") return sql`select a.response_id, a.closed as codes from response_answers a where ${at} and a.closed is not null and a.closed <> ${DONT_KNOW}`;
  if (ONE_CODE.includes(type)) return sql`select a.response_id, a.closed as codes from response_answers a where ${at} and a.closed is not null`;
  if (type === "multiple-choice")
    return sql`select a.response_id, a.several as codes from response_answers a where ${at} and a.several is not null
      union all select a.response_id, a.value ->> 'choices' from response_answers a where ${at} and a.several is null and a.value ? 'choices'
      union all select a.response_id, jsonb_build_array(a.closed)::text from response_answers a where ${at} and a.closed is not null`;
  return sql`select a.response_id, (${codesOf(sql`a.value`, dimension.row === null ? sql`a.value -> 'choices'` : sql`a.value -> 'rows' -> ${dimension.row}::text`)})::text as codes from response_answers a where ${at}`;
}

/** The codes that `codesIn` gives for a dimension, each once. */
function codesFrom(dimension: Dimension, codes: string): readonly string[] {
  if (dimension.by !== "question" || ONE_CODE.includes(dimension.question.type)) return [codes];
  return [...new Set(JSON.parse(codes) as string[])];
}

export interface Counted {
  /** Responses that gave any value. */
  readonly answered: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** How many responses have each value of a dimension; of an equality question, how many records, which are counted whole. */
export async function countValues(scope: AnyScope, consultationId: string, dimension: Dimension, narrowed: Narrowed = EVERYBODY): Promise<Counted> {
  if (dimension.by === "equality") {
    const rows = await database().execute<{ value: string | null; count: number }>(sql`
      with r as (${apart(scope, consultationId)}), v as (${valuesApart(dimension)})
      select value, count(distinct response_id)::integer as count from v group by grouping sets ((value), ())`);
    return { answered: rows.find(({ value }) => value === null)?.count ?? 0, counts: new Map(rows.flatMap(({ value, count }) => (value === null ? [] : [[value, count]]))) };
  }
  const rows = await database().execute<{ codes: string; count: number }>(sql`
    with r as (${counted(scope, consultationId, narrowed)})
    select v.codes, count(*)::integer as count from (${codesIn(consultationId, dimension)}) v join r on r.id = v.response_id group by 1`);
  const counts = new Map<string, number>();
  let answered = 0;
  for (const { codes, count } of rows) {
    const values = codesFrom(dimension, codes);
    if (values.length > 0) answered += count;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return { answered, counts };
}

/** How many responses have each pair of values of two dimensions; the key of a pair is JSON of both. */
export async function countPairs(scope: AnyScope, consultationId: string, one: Dimension, other: Dimension, narrowed: Narrowed = EVERYBODY): Promise<ReadonlyMap<string, number>> {
  if (one.by === "equality" || other.by === "equality") {
    const rows = await database().execute<{ one: string; other: string; count: number }>(sql`
      with r as (${apart(scope, consultationId)}), x as (${valuesApart(one)}), y as (${valuesApart(other)})
      select x.value as one, y.value as other, count(distinct x.response_id)::integer as count from x join y using (response_id) group by 1, 2`);
    return new Map(rows.map((row) => [pairKey(row.one, row.other), row.count]));
  }
  // Counted first by what was chosen altogether, of which there are few, and only then taken apart.
  const rows = await database().execute<{ one: string; other: string; count: number }>(sql`
    with r as (${counted(scope, consultationId, narrowed)})
    select x.codes as one, y.codes as other, count(*)::integer as count
    from (${codesIn(consultationId, one)}) x join (${codesIn(consultationId, other)}) y using (response_id) join r on r.id = x.response_id group by 1, 2`);
  const pairs = new Map<string, number>();
  for (const row of rows)
    for (const first of codesFrom(one, row.one))
      for (const second of codesFrom(other, row.other)) {
        const key = pairKey(first, second);
        pairs.set(key, (pairs.get(key) ?? 0) + row.count);
      }
  return pairs;
}

export const pairKey = (one: string, other: string): string => JSON.stringify([one, other]);

export interface Totals {
  readonly responses: number;
  readonly organisations: number;
  readonly byChannel: ReadonlyMap<string, number>;
  readonly first: Date | null;
  readonly last: Date | null;
}

/** How many responses there are, how they came and between which days. */
export async function countResponses(scope: AnyScope, consultationId: string, narrowed: Narrowed = EVERYBODY): Promise<Totals> {
  const rows = await database().execute<{ channel: string | null; count: number; organisations: number; first: string | null; last: string | null }>(sql`
    with r as (${counted(scope, consultationId, narrowed)})
    select r.channel::text as channel, count(*)::integer as count, count(*) filter (where r.respondent = 'organisation')::integer as organisations,
      min(s.received_at)::text as first, max(s.received_at)::text as last
    from r join responses s on s.id = r.id group by grouping sets ((r.channel), ())`);
  const all = rows.find(({ channel }) => channel === null);
  return {
    responses: all?.count ?? 0,
    organisations: all?.organisations ?? 0,
    byChannel: new Map(rows.flatMap(({ channel, count }) => (channel === null ? [] : [[channel, count]]))),
    first: all?.first ? new Date(all.first) : null,
    last: all?.last ? new Date(all.last) : null,
  };
}

export interface NumbersInView {
  readonly answered: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** The middle of the numbers given to a question; null where nobody gave one. */
export async function summariseNumbers(scope: AnyScope, consultationId: string, question: Question, narrowed: Narrowed = EVERYBODY): Promise<NumbersInView | null> {
  const [row] = await database().execute<{ answered: number; mean: number | null; median: number | null; least: number | null; greatest: number | null }>(sql`
    with r as (${counted(scope, consultationId, narrowed)})
    select count(*)::integer as answered, avg(n)::float8 as mean, percentile_cont(0.5) within group (order by n)::float8 as median, min(n)::float8 as least, max(n)::float8 as greatest
    from (select (a.value ->> 'number')::float8 as n from response_answers a join r on r.id = a.response_id
      where a.consultation_id = ${consultationId} and a.question_code = ${question.code} and a.value ? 'number') numbers`);
  if (!row || row.answered === 0) return null;
  return { answered: row.answered, mean: row.mean ?? 0, median: row.median ?? 0, least: row.least ?? 0, greatest: row.greatest ?? 0 };
}

/** What one response gives each option of a budget question on average (points or pence), nothing where it gave nothing. */
export async function averageAmounts(scope: AnyScope, consultationId: string, question: Question, narrowed: Narrowed = EVERYBODY): Promise<{ readonly answered: number; readonly means: ReadonlyMap<string, number> }> {
  const rows = await database().execute<{ option: string | null; mean: number; answered: number }>(sql`
    with r as (${counted(scope, consultationId, narrowed)}),
      given as (select a.value -> 'amounts' as amounts from response_answers a join r on r.id = a.response_id
        where a.consultation_id = ${consultationId} and a.question_code = ${question.code} and a.value ? 'amounts'),
      n as (select count(*)::integer as answered from given)
    select each.key as option, (sum(each.value::float8) / n.answered)::float8 as mean, n.answered
    from given cross join n cross join lateral jsonb_each_text(given.amounts) each group by each.key, n.answered`);
  return { answered: rows[0]?.answered ?? 0, means: new Map(rows.flatMap(({ option, mean }) => (option === null ? [] : [[option, mean]]))) };
}

/** How many responses wrote something, for every question whose answers are words, places or files. */
export async function countWritten(scope: AnyScope, consultationId: string, narrowed: Narrowed = EVERYBODY): Promise<ReadonlyMap<string, number>> {
  const rows = await database().execute<{ code: string; count: number }>(sql`
    with r as (${counted(scope, consultationId, narrowed)})
    select a.question_code as code, count(*)::integer as count from response_answers a join r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and (a.value ? 'text' or a.value ? 'other' or a.value ? 'places' or a.value ? 'place' or a.value ? 'files') group by 1`);
  return new Map(rows.map(({ code, count }) => [code, count]));
}

/** Everything that is counted of each question, in the order asked. Questions about the person themselves are only said to have been answered. */
export async function countQuestions(scope: AnyScope, consultationId: string, asked: Asked, narrowed: Narrowed = EVERYBODY) {
  const written = await countWritten(scope, consultationId, narrowed);
  const counted = [];
  for (const question of asked.questions) {
    const own = asked.dimensions.filter((dimension) => (dimension.by === "question" || dimension.by === "ward") && dimension.question.code === question.code);
    counted.push({
      question,
      counted: await Promise.all(own.map(async (dimension) => ({ dimension, counts: await countValues(scope, consultationId, dimension, narrowed) }))),
      numbers: question.type === "number" ? await summariseNumbers(scope, consultationId, question, narrowed) : null,
      amounts: question.type === "budget" ? await averageAmounts(scope, consultationId, question, narrowed) : null,
      written: written.get(question.code) ?? 0,
    });
  }
  return counted;
}

/**
 * Two things of a consultation against each other, and the rows weighted by ward where wards and their people are known. Null where
 * either is not there; `apart` where they cannot be compared, since nothing links them. Equality groups are always counted with small
 * numbers hidden, for officers too.
 */
export async function compare(scope: AnyScope, consultationId: string, asked: Asked, wanted: { readonly rows: string; readonly columns: string; readonly hide: boolean }, narrowed: Narrowed = EVERYBODY) {
  const row = asked.dimensions.find(({ key }) => key === wanted.rows);
  const column = asked.dimensions.find(({ key }) => key === wanted.columns);
  if (!row || !column || row === column) return null;
  if (!canCompare(row, column)) return { row, column, apart: true, table: null, weighted: null };
  const pairs = await countPairs(scope, consultationId, row, column, narrowed);
  const [rows, columns] = [row, column].map((dimension, side) => {
    const known = dimension.by === "ward" ? asked.wards.map(({ id }) => id) : dimension.values;
    const seen = [...pairs.keys()].map((key) => (JSON.parse(key) as [string, string])[side] as string);
    return [...new Set([...known, ...seen])];
  }) as [string[], string[]];
  const isApart = row.by === "equality" || column.by === "equality";
  const counted = crossTable({ rows, columns, countOf: (one, other) => pairs.get(pairKey(one, other)) ?? 0, hide: wanted.hide || isApart });
  // A test is made from all numbers; of a table in which some are hidden for everybody it would tell a little of them.
  const table = counted && isApart && counted.cells.some((cells) => cells.includes(null)) ? { ...counted, association: null } : counted;
  return { row, column, apart: false, table, weighted: column.by === "ward" ? weighRows(table, asked.wards) : null };
}

/** The shares of a table's rows when each ward counts as its people do. Null where no ward's population is known, or cells are hidden. */
function weighRows(table: CrossTable | null, wards: Asked["wards"]) {
  if (table === null || table.total === 0 || [...table.cells, table.rowTotals, table.columnTotals].some((numbers) => numbers.includes(null)) || wards.every(({ population }) => population === null)) return null;
  const weighting = weighByPopulation(wards.map(({ id, population }) => ({ key: id, answered: table.columnTotals[table.columns.indexOf(id)] ?? 0, population: population ?? 0 })));
  const shares = table.rows.map((row, at) => {
    const cells = table.cells[at] ?? [];
    const weighted = cells.reduce<number>((sum, count, column) => sum + (count ?? 0) * (weighting.weights.get(table.columns[column] ?? "") ?? 0), 0);
    return { row, plain: (table.rowTotals[at] ?? 0) / table.total, weighted };
  });
  const all = shares.reduce((sum, { weighted }) => sum + weighted, 0);
  return { weighting, shares: new Map(shares.map(({ row, plain, weighted }) => [row, { plain, weighted: all === 0 ? 0 : weighted / all }])) };
}

/** A view that officers kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: BilingualText;
  readonly wanted: { readonly rows: string; readonly columns: string; readonly hide: boolean };
  readonly narrowed: Narrowed;
  /** The same as an address has it. */
  readonly query: string;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** What of an address a view keeps: two things to compare and which responses are shown, nothing that is empty or not known. */
export function viewOf(query: URLSearchParams): Readonly<Record<string, string>> {
  const line = (name: string) => (query.get(name) ?? "").slice(0, 120);
  const given = { rows: line("rows"), columns: line("columns"), ...(query.get("hide") === "no" ? { hide: "no" } : {}), ...readNarrowed(query) };
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return Object.keys(chosen).some((name) => name !== "hide") ? chosen : {};
}

/** The views of a consultation, by name. */
export async function listViews(scope: AnyScope, consultationId: string): Promise<readonly SavedView[]> {
  const rows = await database()
    .select({ view: analysisViews, person: people.name, email: people.email })
    .from(analysisViews)
    .innerJoin(people, eq(people.id, analysisViews.savedBy))
    .where(and(eq(analysisViews.councilId, scope.council.id), eq(analysisViews.consultationId, consultationId)))
    .orderBy(asc(analysisViews.nameEn));
  return rows.map(({ view: { id, nameEn, nameCy, view, savedAt }, person, email }) => {
    const query = new URLSearchParams(view);
    return {
      id,
      name: bilingual(nameEn, nameCy),
      wanted: { rows: query.get("rows") ?? "", columns: query.get("columns") ?? "", hide: query.get("hide") !== "no" },
      narrowed: readNarrowed(query),
      query: query.toString(),
      savedBy: person || email,
      savedAt,
    };
  });
}
