import { and, eq, gt, or } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor, type Transaction } from "#db/client.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { areas, postcodes } from "#db/schema/councils/areas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Answer, Answers } from "#domain/consultations/answer.ts";
import { KEPT_DAYS, type RecruitmentSource, type RespondentKind, type ResponseState } from "#domain/consultations/response.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { readResponseKey } from "./response-cookie.ts";

/** A response in the hands of whoever is giving it. */
export interface ResponseInHand {
  readonly id: string;
  readonly version: number;
  readonly state: ResponseState;
  readonly respondent: RespondentKind;
  readonly organisationName: string;
  readonly recruitmentSource: RecruitmentSource;
  readonly easyRead: boolean;
  readonly receivedAt: Date | null;
  readonly savedAt: Date;
  readonly reference: string | null;
  readonly hasReturnCode: boolean;
  readonly equalityAsked: boolean;
  readonly answers: Answers;
}

/** How a browser's secret is kept. */
export const hashOfKey = (key: string): Buffer => sha256("response-key/", key);

/** The response this secret opens, with its answers; null where there is none, or where it was left for more than 30 days. */
export const findResponse = (scope: AnyScope, consultationId: string, key: string | null, executor: Executor = database()): Promise<ResponseInHand | null> => read(scope, consultationId, key, executor, false);

/** The same, held until the transaction ends: no other tab writes to it from before its answers were read. */
export const holdResponse = (scope: AnyScope, consultationId: string, key: string, tx: Transaction): Promise<ResponseInHand | null> => read(scope, consultationId, key, tx, true);

async function read(scope: AnyScope, consultationId: string, key: string | null, executor: Executor, hold: boolean): Promise<ResponseInHand | null> {
  if (key === null) return null;
  const wanted = executor
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.councilId, scope.council.id),
        eq(responses.consultationId, consultationId),
        eq(responses.keyHash, hashOfKey(key)),
        or(eq(responses.state, "submitted"), gt(responses.savedAt, new Date(now().getTime() - KEPT_DAYS * 86_400_000))),
      ),
    );
  const [row] = await (hold ? wanted.for("update") : wanted);
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    respondent: row.respondent,
    organisationName: row.organisationName,
    recruitmentSource: row.recruitmentSource,
    easyRead: row.easyRead,
    receivedAt: row.receivedAt,
    savedAt: row.savedAt,
    reference: row.reference,
    hasReturnCode: row.returnCodeHash !== null,
    equalityAsked: row.equalityAsked,
    answers: await answersOf(row.id, executor),
  };
}

async function answersOf(responseId: string, executor: Executor): Promise<Answers> {
  const rows = await executor.select({ code: responseAnswers.questionCode, value: responseAnswers.value }).from(responseAnswers).where(eq(responseAnswers.responseId, responseId));
  return Object.fromEntries(rows.map(({ code, value }) => [code, value])) as Record<string, Answer>;
}

/** The ward a postcode lies in; null where it lies in none of this council's. */
export async function findWardOfPostcode(scope: AnyScope, postcode: string, executor: Executor = database()): Promise<{ readonly id: string; readonly name: BilingualText } | null> {
  const [row] = await executor
    .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(postcodes)
    .innerJoin(areas, eq(areas.id, postcodes.areaId))
    .where(and(eq(postcodes.councilId, scope.council.id), eq(postcodes.postcode, postcode)));
  return row ? { id: row.id, name: bilingual(row.nameEn, row.nameCy) } : null;
}

/** The names of wards, to show in an answer. */
export async function listWardNames(scope: AnyScope): Promise<ReadonlyMap<string, BilingualText>> {
  const rows = await database().select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy }).from(areas).where(eq(areas.councilId, scope.council.id));
  return new Map(rows.map(({ id, nameEn, nameCy }) => [id, bilingual(nameEn, nameCy)]));
}

/** The response this browser holds, with its secret. */
export interface HeldResponse extends ResponseInHand {
  readonly key: string;
}

/** The response that the browser's cookie opens; null where it holds none. */
export async function findHeldResponse(scope: AnyScope, consultationId: string, request: Request): Promise<HeldResponse | null> {
  const key = readResponseKey(request, consultationId);
  const response = await findResponse(scope, consultationId, key);
  return response === null || key === null ? null : { ...response, key };
}

export { readResponseKey };
