import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cellsOf, codebookOf, columnsOf, openColumns, type AnswerColumn } from "#domain/consultations/answer-columns.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";

type Row = readonly (string | number)[];

interface Sent {
  readonly id: string;
  readonly reference: string;
  readonly channel: string;
  readonly respondent: string;
  readonly organisation_name: string;
  readonly recruitment_source: string;
  readonly language: string;
  readonly easy_read: boolean;
  readonly version: number;
  readonly received_at: string;
  readonly corrections: number;
  readonly answers: Answers | string | null;
}

/** Responses to one query: few, so that what was read is let go of while it is young. */
const AT_ONCE = 100;

/**
 * Every response that was sent, in the order of their keys, which are drawn by chance: so the order tells nothing of who came when.
 * A hundred at a time, each time where the last ended, so that neither memory nor a connection is held while somebody downloads.
 */
async function* responsesOf(scope: AnyScope, consultationId: string): AsyncGenerator<Omit<Sent, "answers"> & { readonly answers: Answers }> {
  let after: string | null = null;
  for (;;) {
    const rows: Sent[] = await database().execute<Sent & Record<string, unknown>>(sql`
      select r.id, r.reference, r.channel::text, r.respondent::text, r.organisation_name, r.recruitment_source::text, r.language::text, r.easy_read, r.version, r.corrections,
        to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as received_at,
        (select jsonb_object_agg(a.question_code, a.value) from response_answers a where a.response_id = r.id)::text as answers
      from responses r
      where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' and (${after}::uuid is null or r.id > ${after}::uuid)
      order by r.id limit ${AT_ONCE}`);
    for (const row of rows) yield { ...row, answers: (typeof row.answers === "string" ? JSON.parse(row.answers) : (row.answers ?? {})) as Answers };
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? null;
    // The driver's results point at one another: emptied, each is let go of while it is young, and not with all others when memory runs short.
    rows.length = 0;
  }
}

const ABOUT = ["reference", "received_at", "channel", "respondent", "organisation", "recruitment_source", "language", "easy_read", "version", "corrections"] as const;

/** All answers with what is known of each response, a header first. For officers: it holds what people wrote. */
export async function* answerRows(scope: AnyScope, consultationId: string): AsyncGenerator<Row> {
  const columns = await allColumns(scope, consultationId);
  yield [...ABOUT, ...columns.map(({ name }) => name)];
  for await (const { reference, received_at, channel, respondent, organisation_name, recruitment_source, language, easy_read, version, corrections, answers } of responsesOf(scope, consultationId))
    yield [reference, received_at, channel, respondent, organisation_name, recruitment_source, language, easy_read ? 1 : 0, version, corrections, ...cellsOf(columns, answers)];
}

/** Closed answers and numbers only, one line to a response, with nothing that says whose or when. */
export async function* openRows(scope: AnyScope, consultationId: string): AsyncGenerator<Row> {
  const { questions } = await findAsked(scope, consultationId);
  const columns = openColumns(questions);
  yield columns.map(({ name }) => name);
  for await (const { answers } of responsesOf(scope, consultationId)) yield cellsOf(columns, answers);
}

/** What every column of the answers means, and every code in it. */
export async function* codebookRows(scope: AnyScope, consultationId: string): AsyncGenerator<Row> {
  yield CODEBOOK_HEAD;
  for (const name of ABOUT) yield* aboutRows(name);
  for (const column of await allColumns(scope, consultationId)) yield* codebookOf(column);
}

/** The same for the columns of open data. */
export async function* openCodebookRows(scope: AnyScope, consultationId: string): AsyncGenerator<Row> {
  yield CODEBOOK_HEAD;
  for (const column of openColumns((await findAsked(scope, consultationId)).questions)) yield* codebookOf(column);
}

const CODEBOOK_HEAD: Row = ["column", "question", "type", "text", "text_cy", "part", "part_cy", "code", "code_text", "code_text_cy"];

/** What stands before the answers: what each column is, and its codes in words. */
function aboutRows(name: (typeof ABOUT)[number]): Row[] {
  const words = { en: messages("en").answerFiles.about, cy: messages("cy").answerFiles.about };
  const begin = [name, "", "", words.en[name], words.cy[name], "", ""];
  const codes = CODES[name];
  if (!codes) return [[...begin, "", "", ""]];
  const [en, cy] = (["en", "cy"] as const).map((locale) => codes(messages(locale)));
  return Object.keys(en ?? {}).map((code) => [...begin, code, en?.[code] ?? "", cy?.[code] ?? ""]);
}

type Words = ReturnType<typeof messages>;
const CODES: Partial<Record<(typeof ABOUT)[number], (words: Words) => Readonly<Record<string, string>>>> = {
  channel: ({ analysis }) => analysis.values.channel,
  respondent: ({ analysis }) => analysis.values.respondent,
  recruitment_source: ({ analysis }) => analysis.values.source,
  language: ({ analysis }) => analysis.values.language,
};

/** All answers as JSON, each as it is kept. */
export async function* answersJson(scope: AnyScope, consultationId: string): AsyncGenerator<string> {
  let before = "[\n";
  for await (const { id: _key, organisation_name: organisation, ...response } of responsesOf(scope, consultationId)) {
    yield `${before}${JSON.stringify({ ...response, organisation })}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

const allColumns = async (scope: AnyScope, consultationId: string): Promise<readonly AnswerColumn[]> => (await findAsked(scope, consultationId)).questions.flatMap(columnsOf);
