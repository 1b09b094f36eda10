import { sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { plain } from "#domain/consultations/register/keyed-paper.ts";
import { judgeHead, MOST_PAPER_ROWS, namedCells, readSheetRow, type PaperRow, type SheetFault } from "#domain/consultations/register/paper-sheet.ts";
import type { OfficeChannel, PublishConsent, RespondentKind } from "#domain/consultations/response.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listEntryQuestions } from "#features/consultations/register/queries.ts";
import { putResponse } from "#features/consultations/register/put-response.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { readSheetRows } from "#platform/files/read-sheet.ts";
import { randomId } from "#platform/random.ts";

/** One thing wrong in one line of the file; the head is line 1. */
export interface RefusedLine extends SheetFault {
  readonly line: number;
}

export interface ImportedPapers {
  readonly kept: number;
  /** Lines that are in the register already, word for word. */
  readonly same: number;
  readonly refused: readonly RefusedLine[];
}

/**
 * Reads a table of paper responses into the register. Every right line is kept in a transaction of its own, everything wrong in the others is
 * listed. The number on the paper tells them apart: a line that is there already changes nothing, so a file whose reading was broken off is
 * simply brought again; a number that is there with other answers is refused, because what was written in stays.
 */
export async function importPapers(scope: ActorScope, { consultationId, bytes }: { readonly consultationId: string; readonly bytes: Buffer }): Promise<Result<ImportedPapers, Fault>> {
  authorise(scope, "responses.enter", undefined);
  const sheet = await readSheetRows(bytes, MOST_PAPER_ROWS);
  if (!sheet.ok) return err({ field: "file", code: sheet.error, params: { max: MOST_PAPER_ROWS } });
  const [{ version }, questions] = await Promise.all([getOpenSurvey(scope, consultationId), listEntryQuestions(scope, consultationId)]);
  const [first, ...lines] = sheet.value;
  const head = first?.cells ?? [];
  const { unknown, missing, twice } = judgeHead(questions, head);
  if (missing.length > 0) return err({ field: "file", code: "columns-missing", params: { names: missing.join(", ") } });
  if (unknown.length > 0) return err({ field: "file", code: "columns-unknown", params: { names: unknown.slice(0, 20).join(", ").slice(0, 400) } });
  if (twice.length > 0) return err({ field: "file", code: "columns-twice", params: { names: twice.join(", ").slice(0, 400) } });

  const seen = new Set<string>();
  const refused: RefusedLine[] = [];
  let [kept, same] = [0, 0];
  for (const { line, cells } of lines) {
    const row = readSheetRow(questions, namedCells(head, cells), now());
    if (!row.ok) {
      refused.push(...row.error.map((fault) => ({ line, ...fault })));
      continue;
    }
    const { number } = row.value;
    if (seen.has(number)) {
      refused.push({ line, column: "number", code: "number-twice", found: number });
      continue;
    }
    seen.add(number);
    const outcome = await keepRow(scope, { consultationId, version }, row.value);
    if (outcome === "kept") kept += 1;
    else if (outcome === "same") same += 1;
    else refused.push({ line, column: "number", code: "number-taken", found: number });
  }
  await inTransaction((tx) => record(tx, scope, { act: "responses.imported", thing: { kind: "consultation", id: consultationId }, detail: { kept, same, refused: refused.length } }));
  return ok({ kept, same, refused });
}

async function keepRow(scope: ActorScope, { consultationId, version }: { readonly consultationId: string; readonly version: number }, row: PaperRow): Promise<"kept" | "same" | "taken"> {
  const stands = await findPaper(scope, consultationId, row.number);
  if (stands !== null) return plain(stands) === plain(row) ? "same" : "taken";
  try {
    await inTransaction((tx) => putResponse(tx, scope, { id: randomId(), consultationId, version, channel: row.channel, receivedOn: row.receivedOn, paperNumber: row.number, paper: row.paper }));
    return "kept";
  } catch (fault) {
    // Another person brought the same paper at this moment.
    if (!(await findPaper(scope, consultationId, row.number))) throw fault;
    return keepRow(scope, { consultationId, version }, row);
  }
}

/** The paper with a number as it stands in the register, in the form of a line; null where there is none. */
async function findPaper(scope: AnyScope, consultationId: string, number: string): Promise<PaperRow | null> {
  const [row] = await database().execute<{ channel: OfficeChannel; received_at: string; respondent: RespondentKind; organisation_name: string; language: Locale; publish_consent: PublishConsent; answers: string }>(sql`
    select r.channel::text as channel, r.received_at::text as received_at, r.respondent::text as respondent, r.organisation_name, r.language::text as language, r.publish_consent::text as publish_consent,
      coalesce((select jsonb_object_agg(a.question_code, a.value - 'areaId') from response_answers a where a.response_id = r.id), '{}')::text as answers
    from responses r where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.paper_number = ${number}`);
  if (!row) return null;
  const { channel, respondent, organisation_name: organisationName, language, publish_consent: publishConsent } = row;
  return { number, receivedOn: londonDay(new Date(row.received_at)), channel, paper: { respondent, organisationName, language, publishConsent, answers: JSON.parse(row.answers) as Record<string, Answer> } };
}
