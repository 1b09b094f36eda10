import { expect, test } from "vitest";
import type { PublicScope } from "#domain/councils/scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeDeclaredVote } from "#testing/factories/declared-vote.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { answerEquality } from "./answer-equality.ts";
import { findEvaluation, getEqualityProfile, shownOf } from "./queries.ts";
import { writeEvaluation, type EvaluationInput } from "./write-evaluation.ts";
import { seenOf } from "#features/involvement/drafting/queries.ts";

const { url, sql } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const scope = { ...council, kind: "public", locale: "en" } as unknown as PublicScope;
const vote = await makeDeclaredVote(council, null);
const { engagementId, officer } = vote;
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const write = (more: Partial<EvaluationInput> = {}) =>
  writeEvaluation(officer, { engagementId, seen: "", worked: both("The hall"), change: both("More buses"), figures: [{ question: "sex", answer: "female", people: 600 }, { question: "sex", answer: "male", people: 400 }], source: "Census 2021", publish: false, ...more });

test("answers are sums and nothing else, a form counts once, and what was not offered counts as prefer not to say", async () => {
  for (let person = 0; person < 40; person += 1) {
    const answers = { sex: person % 4 ? "female" : "male", "age-band": "25-44", religion: "pastafarian", hair: "red" };
    await answerEquality({ scope, engagementId, token: `token-${String(person)}` }, answers);
    await answerEquality({ scope, engagementId, token: `token-${String(person)}` }, { ...answers, sex: "male" });
  }
  await Promise.all(Array.from({ length: 10 }, () => answerEquality({ scope, engagementId, token: "same" }, { sex: "male" })));
  const tallies = await sql<{ question: string; answer: string; people: number }[]>`select question, answer, people from equality_tallies where question in ('sex', 'religion') order by 1, 2`;
  expect(tallies.map(({ question, answer, people }) => `${question} ${answer} ${String(people)}`)).toEqual(["religion skip 41", "sex female 30", "sex male 11"]);
  // No row is of one person's answers; the list of forms says no more than that a browser sent one.
  const columns = await sql<{ name: string }[]>`select column_name as name from information_schema.columns where table_name = 'equality_forms'`;
  expect(columns.map(({ name }) => name).sort()).toEqual(["browser_hash", "council_id", "engagement_id"]);
  expect(await refusalOf(sql`delete from equality_forms`)).toBe("equality_forms is append-only");
});

test("figures want a source, a published evaluation wants its texts, and nobody writes over another", async () => {
  expect(await write({ source: "" })).toEqual({ ok: false, error: [{ field: "source", code: "source-missing" }] });
  expect(await write({ publish: true, worked: { en: "", cy: "" } })).toMatchObject({ ok: false, error: [{ field: "workedEn", code: "required" }, { field: "workedCy", code: "required" }] });
  expect(await findEvaluation(officer, engagementId)).toBeNull();
  await expect(writeEvaluation(await makeOfficer(council, "auditor"), { engagementId, seen: "", worked: both("x"), change: both("x"), figures: [], source: "", publish: false })).rejects.toMatchObject({ reason: "forbidden" });
  expect((await write()).ok).toBe(true);
  const seen = seenOf(shownOf(await findEvaluation(officer, engagementId)));
  expect((await write({ seen, worked: both("The bus") })).ok).toBe(true);
  expect(await write({ seen, worked: both("The van") })).toEqual({ ok: false, error: "changed-meanwhile" });
  expect((await write({ publish: true })).ok).toBe(true);
  expect((await findEvaluation(officer, engagementId))?.publishedAt).not.toBeNull();
  const profile = await getEqualityProfile(officer, engagementId, (await findEvaluation(officer, engagementId))?.figures ?? []);
  expect(profile.find(({ question }) => question === "sex")).toMatchObject({ lines: [{ answer: "female", people: 30, areaShare: 0.6 }, { answer: "male", people: 11, areaShare: 0.4 }] });
  // Published once, keeping it again does not take it back.
  expect((await write()).ok).toBe(true);
  expect((await findEvaluation(officer, engagementId))?.publishedAt).not.toBeNull();
});
