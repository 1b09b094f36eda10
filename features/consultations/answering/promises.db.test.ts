import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { consultations, surveyVersions } from "#db/schema/consultations/consultations.ts";
import { equalityRecords, responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";

const { db, sql } = await testDatabase();
const scope = await makeCouncil();
const made = await makeConsultation(scope);
const council = { councilId: scope.council.id };
const { consultationId } = made;
const now = new Date();

async function begin(): Promise<string> {
  const id = randomId();
  await db.insert(responses).values({ id, ...council, consultationId, version: 1, channel: "web", startedAt: now, savedAt: now });
  await db.insert(responseAnswers).values([
    { responseId: id, consultationId, questionCode: "how-often", value: { choice: "weekly" } },
    { responseId: id, consultationId, questionCode: "postcode", value: { postcode: "ZZ51AA", areaId: null } },
  ]);
  return id;
}

const send = (id: string, receivedAt = now) => db.update(responses).set({ state: "submitted", receivedAt, reference: randomId().slice(0, 8) }).where(eq(responses.id, id));

describe("the database", () => {
  test("keeps every version of a survey as it was asked", async () => {
    expect(await refusalOf(db.update(surveyVersions).set({ version: 2 }))).toContain("append-only");
    expect(await refusalOf(db.delete(surveyVersions))).toContain("append-only");
    expect(await refusalOf(db.update(consultations).set({ version: 7 }).where(eq(consultations.id, consultationId)))).toContain("consultations_version_fk");
  });

  test("keeps a response that was sent, and its answers", async () => {
    const id = await begin();
    await db.update(responseAnswers).set({ value: { choice: "daily" } }).where(eq(responseAnswers.questionCode, "how-often"));
    await send(id);
    const answer = { responseId: id, consultationId, questionCode: "anything", value: { text: "late" } };
    expect(await refusalOf(db.insert(responseAnswers).values(answer))).toContain("was sent and is kept");
    expect(await refusalOf(sql`update response_answers set value = '{"choice":"never"}' where response_id = ${id} and question_code = 'how-often'`)).toContain("was sent");
    expect(await refusalOf(sql`delete from response_answers where response_id = ${id}`)).toContain("was sent");
    expect(await refusalOf(sql`delete from responses where id = ${id}`)).toContain("was sent");
    expect(await refusalOf(sql`update responses set state = 'in-progress' where id = ${id}`)).toContain("was sent");
  });

  test("lets a full postcode go and its ward stay", async () => {
    const id = await begin();
    await send(id);
    expect(await refusalOf(sql`update response_answers set value = value - 'areaId' where response_id = ${id} and question_code = 'postcode'`)).toContain("was sent");
    expect(await refusalOf(sql`update response_answers set value = value - 'postcode' where response_id = ${id} and question_code = 'postcode'`)).toBe("taken");
    expect(await sql`select value from response_answers where response_id = ${id} and question_code = 'postcode'`).toEqual([{ value: { areaId: null } }]);
  });

  test("takes no answer by the web before the opening or after the close", async () => {
    for (const at of [new Date(now.getTime() - 2 * 86_400_000), new Date(now.getTime() + 60 * 86_400_000)]) expect(await refusalOf(send(await begin(), at))).toContain("not open");
  });

  test("drops the answers of a response that was never sent with it", async () => {
    const id = await begin();
    await db.delete(responses).where(eq(responses.id, id));
    expect(await sql`select 1 from response_answers where response_id = ${id}`).toHaveLength(0);
  });

  test("only adds to what was said of equality, and knows no response there", async () => {
    await db.insert(equalityRecords).values({ ...council, consultationId, answers: { disability: "no" }, alongside: {} });
    expect(await refusalOf(db.delete(equalityRecords))).toContain("append-only");
    const columns = await sql<{ name: string }[]>`select column_name as name from information_schema.columns where table_name = 'equality_records' order by 1`;
    expect(columns.map(({ name }) => name)).toEqual(["alongside", "answers", "consultation_id", "council_id", "id"]);
  });
});
