import { beforeEach, expect, test } from "vitest";
import { askToBeReminded, remindSaved } from "#features/consultations/answering/remind-saved.ts";
import { beginResponse } from "#features/consultations/answering/begin-response.ts";
import { forgetResponses } from "#features/consultations/answering/forget-responses.ts";
import { takeUpAgain } from "#features/consultations/answering/give-return-code.ts";
import { findResponse } from "#features/consultations/answering/queries.ts";
import { saveAnswers } from "#features/consultations/answering/save-answers.ts";
import { submitResponse } from "#features/consultations/answering/submit-response.ts";
import { publishResults } from "#features/involvement/concluding/publish-results.ts";
import { inTransaction } from "#db/client.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { inLondon } from "#domain/basics/london-time.ts";
import { joinList } from "#features/notifications/mailing-list/join-list.ts";
import { sealListRequest } from "#features/notifications/mailing-list/list-links.ts";
import { sendLetters } from "#features/notifications/letters/send-letters.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { tellClosingSoon } from "./tell-closing-soon.ts";
import { writeToThoseWhoTookPart } from "./write-to-those-who-took-part.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon in London, today or tomorrow: always ahead. */
const noon = (() => {
  let at = new Date(Math.ceil(Date.now() / HOUR) * HOUR);
  while (inLondon(at).time !== "12:00") at = new Date(at.getTime() + HOUR);
  return at;
})();
const from = (hours: number) => new Date(noon.getTime() + hours * HOUR);
const mailTo = (email: string) => sql<{ subject: string; body: string }[]>`select subject, body from mail_messages where recipient = ${email}`;
beforeEach(() => sql`delete from saved_reminders`);

test("followers are told once that something closes soon: in the day, within three days, and not of what has only just opened", async () => {
  const council = await makeCouncil();
  const soon = await makeConsultation(council, { opensAt: from(-20 * 24), closesAt: from(60) });
  await makeConsultation(council, { opensAt: from(-20 * 24), closesAt: from(80) });
  await makeConsultation(council, { opensAt: from(-24), closesAt: from(60) });
  await makeConsultation(council, { opensAt: from(-20 * 24), closesAt: from(-1) });
  expect(await tellClosingSoon(new Date(noon.getTime() + 12 * HOUR))).toBe(0);
  const told = () => sql`select event from follow_messages where council_id = ${council.council.id}`;
  await Promise.all([tellClosingSoon(noon), tellClosingSoon(noon)]);
  await tellClosingSoon(from(1));
  expect(await told()).toEqual([{ event: `engagement.closing:${soon.engagementId}` }]);
});

test("who saved answers and asked for it is reminded once, with a code that works, and the address is forgotten", async () => {
  const council = await makeCouncil();
  const scope = { kind: "public", council: council.council, locale: "cy" } as unknown as PublicScope;
  const { consultationId } = await makeConsultation(council, { opensAt: new Date(Date.now() - 10 * DAY), closesAt: from(60) });
  const begin = async (email: string) => {
    const begun = await beginResponse(scope, { consultationId, respondent: "person", organisationName: "", easyRead: false, recruitmentSource: "not-known" });
    const at = { consultationId, key: begun.ok ? begun.value.key : "" };
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" } } });
    await askToBeReminded(scope, { responseId: (await findResponse(scope, consultationId, at.key))?.id ?? "", email });
    return at;
  };
  await begin("saved@example.org");
  const sent = await begin("sent@example.org");
  expect((await submitResponse(scope, { ...sent, publishConsent: "no" })).ok).toBe(true);
  // Nobody who has only just stopped is written to.
  expect(await remindSaved(noon)).toBe(0);
  await sql`update saved_reminders set asked_at = now() - interval '2 days'`;
  expect(await remindSaved(new Date(noon.getTime() + 12 * HOUR))).toBe(0);
  const all = await Promise.all([remindSaved(noon), remindSaved(noon), remindSaved(noon)]);
  expect(all.reduce((sum, each) => sum + each, 0)).toBe(1);
  const [mail, ...more] = await mailTo("saved@example.org");
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("Yn cau cyn bo hir: Bysiau");
  expect(await mailTo("sent@example.org")).toEqual([]);
  expect(await sql`select 1 from saved_reminders`).toHaveLength(0);
  const code = (new URL(/http\S+/.exec(mail?.body ?? "")?.[0] ?? "http://none").searchParams.get("code") ?? "").replaceAll("-", "");
  expect((await takeUpAgain(scope, { consultationId, code })).ok).toBe(true);
});

test("an address to remind is forgotten with the close, whether or not it was used", async () => {
  const council = await makeCouncil();
  const scope = { kind: "public", council: council.council, locale: "en" } as unknown as PublicScope;
  const { consultationId } = await makeConsultation(council);
  const begun = await beginResponse(scope, { consultationId, respondent: "person", organisationName: "", easyRead: false, recruitmentSource: "not-known" });
  await askToBeReminded(scope, { responseId: (await findResponse(scope, consultationId, begun.ok ? begun.value.key : ""))?.id ?? "", email: "late@example.org" });
  expect(await sql`select 1 from saved_reminders`).toHaveLength(1);
  await sql`update consultations set closes_at = now() - interval '1 minute' where id = ${consultationId}`;
  await forgetResponses();
  expect(await sql`select 1 from saved_reminders`).toHaveLength(0);
});

test("who took part and asked for it gets one letter when results are shown and one when the council says what it did", async () => {
  const council = await makeCouncil();
  const officer = await makeOfficer(council, "engagement-officer");
  const scope = { kind: "public", council: council.council, locale: "cy" } as unknown as PublicScope;
  const made = await makeConsultation(council, { opensAt: new Date(Date.now() - 60 * DAY), closesAt: new Date(Date.now() - DAY) });
  await joinList(scope, made.engagementId, sealListRequest({ engagementId: made.engagementId, email: "took-part@example.org", locale: "cy", delivery: false }, new Date()));
  for (let time = 0; time < 2; time += 1) expect((await publishResults(officer, made.engagementId)).ok).toBe(true);
  const system = await systemScope(council.council.id, "test");
  for (let time = 0; time < 2; time += 1) await inTransaction((tx) => writeToThoseWhoTookPart(tx, system, made.engagementId, "fed-back"));
  for (const { id } of await sql<{ id: string }[]>`select id from letter_rounds where engagement_id = ${made.engagementId}`) await sendLetters(system, id, { signal: new AbortController().signal });
  const mails = await mailTo("took-part@example.org");
  expect(mails).toHaveLength(2);
  expect(mails.every(({ body }) => body.includes(`/cy/${council.council.slug}/consultations/${made.slug}/results`) && body.includes("leave-list"))).toBe(true);
});
