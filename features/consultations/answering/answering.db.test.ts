import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { consultations, surveyVersions } from "#db/schema/consultations/consultations.ts";
import { people } from "#db/schema/accounts/people.ts";
import { err, ok } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { BUS_SURVEY, question, section } from "#testing/factories/surveys.ts";
import { sendLink } from "./actions.ts";
import { attachFile } from "./attach-file.ts";
import { beginResponse } from "./begin-response.ts";
import { giveEquality } from "./give-equality.ts";
import { giveReturnCode, takeUpAgain } from "./give-return-code.ts";
import { forgetResponses } from "./forget-responses.ts";
import { findResponse } from "./queries.ts";
import { saveAnswers } from "./save-answers.ts";
import { submitResponse } from "./submit-response.ts";
import type { AnsweringPlace } from "./ui/answering-place.ts";

const { db, sql } = await testDatabase({ connections: 8 });
const council = await makeCouncil();
const scope = { kind: "public", council: council.council, locale: "en" } as unknown as PublicScope;
const { consultationId } = await makeConsultation(council);

async function begin(id = consultationId): Promise<{ consultationId: string; key: string }> {
  const begun = await beginResponse(scope, { consultationId: id, respondent: "person", organisationName: "", easyRead: false, recruitmentSource: "not-known" });
  if (!begun.ok) throw new Error(begun.error);
  return { consultationId: id, key: begun.value.key };
}

const sent = async (at: { consultationId: string; key: string }) => (await findResponse(scope, at.consultationId, at.key))?.answers;

describe("answering", () => {
  test("keeps answers page by page and sends only those that were asked", async () => {
    const at = await begin();
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "never" }, "why-not": { text: "No bus." } } });
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" }, postcode: { postcode: "ZZ51AA" }, anything: null } });
    const done = await submitResponse(scope, { ...at, publishConsent: "no" });
    expect(done.ok).toBe(true);
    // The postcode is in no directory of this council.
    expect(await sent(at)).toEqual({ "how-often": { choice: "daily" }, postcode: { postcode: "ZZ51AA", areaId: null } });
    expect((await findResponse(scope, at.consultationId, at.key))?.recruitmentSource).toBe("outside-area");
  });

  test("names what is missing and sends nothing", async () => {
    const at = await begin();
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "never" } } });
    expect(await submitResponse(scope, { ...at, publishConsent: "no" })).toEqual(err([{ field: "why-not", code: "answer-missing" }]));
  });

  test("sent twenty times at once is sent once, under one reference", async () => {
    const at = await begin();
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" } } });
    const all = await Promise.all(Array.from({ length: 20 }, () => submitResponse(scope, { ...at, publishConsent: "no" })));
    expect(new Set(all.map((each) => (each.ok ? each.value.reference : "refused"))).size).toBe(1);
    expect(await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "never" } } })).toEqual(err("already-sent"));
    expect(await sent(at)).toEqual({ "how-often": { choice: "daily" } });
  });

  test("is not taken before the opening or after the close, and what was answered stays", async () => {
    const { consultationId: closing } = await makeConsultation(council);
    const at = await begin(closing);
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" } } });
    await db.update(consultations).set({ closesAt: new Date(Date.now() - 1000) }).where(eq(consultations.id, closing));
    expect(await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "never" } } })).toEqual(err("not-open"));
    expect(await submitResponse(scope, { ...at, publishConsent: "no" })).toEqual(err("not-open"));
    expect(await sent(at)).toEqual({ "how-often": { choice: "daily" } });
    const { consultationId: later } = await makeConsultation(council, { opensAt: new Date(Date.now() + 86_400_000) });
    await expect(begin(later)).rejects.toThrow("not-open");
  });

  test("is taken up again with its code on another device, until it is sent", async () => {
    const at = await begin();
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" } } });
    const given = await giveReturnCode(scope, at);
    const code = given.ok ? given.value.code : "";
    const [first, second] = [await takeUpAgain(scope, { consultationId, code }), await takeUpAgain(scope, { consultationId, code })];
    expect([first.ok, second.ok]).toEqual([true, true]);
    const key = second.ok ? second.value.key : "";
    expect(await sent({ consultationId, key })).toEqual({ "how-often": { choice: "daily" } });
    expect(await takeUpAgain(scope, { consultationId, code: "222222222222" })).toEqual(err("code-unknown"));
    expect((await submitResponse(scope, { consultationId, key, publishConsent: "no" })).ok).toBe(true);
    expect(await takeUpAgain(scope, { consultationId, code })).toEqual(err("code-unknown"));
    const kept = await sql`select 1 from responses where return_code_hash is not null and state = 'submitted'`;
    expect(kept).toHaveLength(0);
  });

  test("is forgotten by its secret after thirty days", async () => {
    const at = await begin();
    await sql`update responses set saved_at = now() - interval '31 days' where state = 'in-progress'`;
    expect(await findResponse(scope, at.consultationId, at.key)).toBeNull();
    expect(await saveAnswers(scope, { ...at, answers: {} })).toEqual(err("gone"));
  });

  test("goes on under a new version with what was answered", async () => {
    const { consultationId: changing } = await makeConsultation(council);
    const at = await begin(changing);
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" }, anything: { text: "More buses." } } });
    const [person] = await db.insert(people).values({ email: `${randomId()}@example.org` }).returning();
    const document = { ...BUS_SURVEY, sections: [...BUS_SURVEY.sections, section("new", [question("new-one", "yes-no")])] };
    await db.insert(surveyVersions).values({ consultationId: changing, councilId: council.council.id, version: 2, document, reasonEn: "One more question", publishedBy: person!.id, publishedAt: new Date() });
    await db.update(consultations).set({ version: 2 }).where(eq(consultations.id, changing));
    expect(await submitResponse(scope, { ...at, publishConsent: "no" })).toEqual(err([{ field: "new-one", code: "choose-one" }]));
    await saveAnswers(scope, { ...at, answers: { "new-one": { choice: "yes" } } });
    expect((await submitResponse(scope, { ...at, publishConsent: "no" })).ok).toBe(true);
    expect(await sent(at)).toEqual({ "how-often": { choice: "daily" }, anything: { text: "More buses." }, "new-one": { choice: "yes" } });
  });
});

describe("equality", () => {
  test("is told once, in a record that names no response, beside choices only", async () => {
    const at = await begin();
    await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "weekly" }, anything: { text: "My name is Ros." } } });
    expect(await giveEquality(scope, { ...at, answers: { disability: "no" } })).toEqual(err("gone"));
    await submitResponse(scope, { ...at, publishConsent: "no" });
    const told = await Promise.all(Array.from({ length: 5 }, () => giveEquality(scope, { ...at, answers: { disability: "no", age: "35-44" } })));
    expect(told).toEqual(Array.from({ length: 5 }, () => ok()));
    const records = await sql`select answers, alongside from equality_records`;
    expect(records).toEqual([{ answers: { disability: "no", age: "35-44" }, alongside: { "how-often": { choice: "weekly" } } }]);
  });
});

describe("a file with an answer", () => {
  const survey = { ...BUS_SURVEY, sections: [section("s", [question("proof", "file", { kinds: ["document"], mostFiles: 2, mostMegabytes: 1, optional: true })])] };
  const asked = question("proof", "file", { kinds: ["document"], mostFiles: 2, mostMegabytes: 1 });

  test("is told by its bytes, kept once, and counted", async () => {
    const { consultationId: own } = await makeConsultation(council, { survey });
    const at = await begin(own);
    const send = (content: Buffer, name = "proof.pdf") => attachFile(scope, { ...at, question: asked, name, content });
    const pdf = (words: string) => Buffer.from(`%PDF-1.7 ${words}`);
    const first = await send(pdf("one"), "..\\..\\proof.pdf");
    expect(first).toMatchObject({ ok: true, value: { name: "proof.pdf" } });
    expect(await send(pdf("one"))).toEqual(first);
    expect((await send(pdf("two"))).ok).toBe(true);
    expect(await send(pdf("three"))).toEqual(err("too-many-files"));
    expect(await send(Buffer.alloc(0))).toEqual(err("file-empty"));
    expect(await send(Buffer.alloc(1_048_577, 65))).toEqual(err("file-too-large"));
    for (const bad of ["MZ\u0000program", "<!doctype html><script>", "<svg xmlns='x'/>", "#!/bin/sh"]) expect(await send(Buffer.from(bad), "innocent.txt")).toEqual(err("file-kind"));
    expect((await sent(at))?.["proof"]?.files?.map(({ name }) => name)).toEqual(["proof.pdf", "proof.pdf"]);
    expect((await submitResponse(scope, { ...at, publishConsent: "no" })).ok).toBe(true);
    expect(await send(pdf("four"))).toEqual(err("already-sent"));
    expect(await send(Buffer.from("%PDF-1.7 << /Type /Pages /Count 500 >>"), "report.pdf")).toEqual(err("file-pages"));
    expect(await sql`select scan from response_files`).toEqual([{ scan: "waiting" }, { scan: "waiting" }]);
  });
});

test("what was never sent is forgotten after thirty days, and a full postcode ninety days after the close", async () => {
  const { consultationId: old } = await makeConsultation(council);
  const [left, done] = [await begin(old), await begin(old)];
  for (const at of [left, done]) await saveAnswers(scope, { ...at, answers: { "how-often": { choice: "daily" }, postcode: { postcode: "ZZ51AA" } } });
  await submitResponse(scope, { ...done, publishConsent: "no" });
  await forgetResponses();
  expect(await sent(done)).toMatchObject({ postcode: { postcode: "ZZ51AA" } });
  await sql`update responses set saved_at = now() - interval '31 days' where consultation_id = ${old}`;
  await sql`update consultations set opens_at = now() - interval '120 days', closes_at = now() - interval '91 days' where id = ${old}`;
  await forgetResponses();
  expect(await sql`select state from responses where consultation_id = ${old}`).toEqual([{ state: "submitted" }]);
  expect(await sent(done)).toEqual({ "how-often": { choice: "daily" }, postcode: { areaId: null } });
});

describe("a letter to somebody who answers", () => {
  const place = { consultationId, title: { en: "Buses", cy: "Bysiau" }, locale: "en", council: council.council, slug: "buses" } as unknown as AnsweringPlace;
  const letters = (to: string) => sql<{ body: string }[]>`select body from mail_messages where recipient = ${to}`;
  const held = async (at: { consultationId: string; key: string }) => (await findResponse(scope, at.consultationId, at.key))!;

  let last: Awaited<ReturnType<typeof begin>>;

  test("carries the code of their response, and nothing else that was typed", async () => {
    const at = await begin();
    const given = await giveReturnCode(scope, at);
    const link = async (code: string) => sendLink({ scope, place, response: await held(at), network: null, code }, { email: ["ann@example.org"] });
    for (const code of ["Win a prize", "2346789B", ""]) expect(await link(code)).toMatchObject({ ok: false, error: { faults: [{ code: "form-expired" }] } });
    expect(await letters("ann@example.org")).toEqual([]);
    expect(await link(given.ok ? given.value.code : "")).toMatchObject({ ok: true });
    expect(await letters("ann@example.org")).toHaveLength(1);
  });

  test("reaches one address ten times a day, however many responses are begun", async () => {
    for (let time = 0; time < 12; time += 1) {
      const at = await begin();
      const given = await giveReturnCode(scope, at);
      await sendLink({ scope, place, response: await held(at), network: null, code: given.ok ? given.value.code : "" }, { email: [time % 2 === 0 ? "flood@example.org" : "Flood@example.org"] });
    }
    expect(await sql`select 1 from mail_messages where lower(recipient) = 'flood@example.org'`).toHaveLength(10);
  });

  test("leaves one network sixty times an hour, to whichever addresses, and whoever asks is told", async () => {
    const told: string[] = [];
    for (let time = 0; time < 61; time += 1) {
      const at = time % 5 === 0 ? await begin() : last;
      last = at;
      const given = await giveReturnCode(scope, at);
      const sent = await sendLink({ scope, place, response: await held(at), network: "a library", code: given.ok ? given.value.code : "" }, { email: [`reader-${time}@example.org`] });
      if (!sent.ok) told.push(sent.error.faults[0]?.code ?? "");
    }
    expect(told).toEqual(["too-many-letters"]);
    expect(await sql`select 1 from mail_messages where recipient like 'reader-%'`).toHaveLength(60);
  });
});
