import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { responseFiles, responses } from "#db/schema/consultations/responses.ts";
import { sha256 } from "#platform/keys.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { makeScanner } from "#testing/scanner.ts";
import { getCleanFile, listSentFiles } from "./queries.ts";
import { scanFiles } from "./scan-files.ts";

const { db, sql } = await testDatabase();
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const made = await makeConsultation(council);
const scanner = makeScanner();

async function sent(words: string): Promise<string> {
  const responseId = randomId();
  await db.insert(responses).values({ id: responseId, councilId: council.council.id, consultationId: made.consultationId, version: 1, channel: "web", startedAt: new Date(), savedAt: new Date() });
  const content = Buffer.from(`%PDF-1.7 ${words}`);
  const [row] = await db.insert(responseFiles).values({ responseId, questionCode: "proof", name: `${words}.pdf`, mediaType: "application/pdf", sha256: sha256(content), content, sentAt: new Date() }).returning({ id: responseFiles.id });
  await db.update(responses).set({ state: "submitted", receivedAt: new Date(), reference: responseId.slice(0, 8) }).where(eq(responses.id, responseId));
  return row?.id ?? "";
}
const listed = async () => (await listSentFiles(officer, made.consultationId, 1)).files;
const opened = (id: string) => getCleanFile(officer, made.consultationId, id).then(({ content }) => content.toString(), (fault: { reason: string }) => fault.reason);

test("a document stays in quarantine until the scanner has found it clean, and what it refuses is thrown away", async () => {
  const [letter, bad] = [await sent("letter"), await sent("EICAR")];
  expect([await opened(letter), await opened(bad)]).toEqual(["not-found", "not-found"]);
  expect(await opened("-".repeat(36))).toBe("not-found");
  expect(await scanFiles(undefined)).toBe(0);
  expect(await scanFiles("/no/such/scanner")).toBe(0);
  expect(await opened(letter)).toBe("not-found");
  expect((await Promise.all([scanFiles(scanner), scanFiles(scanner)])).reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(2);
  expect([await opened(letter), await opened(bad)]).toEqual(["%PDF-1.7 letter", "not-found"]);
  expect(await sql`select scan, length(content)::int as bytes, scanned_at is not null as looked_at from response_files where id = ${bad}`).toEqual([{ scan: "refused", bytes: 0, looked_at: true }]);
  expect((await listed()).map(({ name, scan }) => [name, scan])).toEqual([["letter.pdf", "clean"], ["EICAR.pdf", "refused"]]);
  await expect(sql`update response_files set scan = 'refused' where id = ${letter}`).rejects.toMatchObject({ code: "23001" });
});

test("a file about which the scanner gives no answer is put off and lets the others by; another council opens nothing", async () => {
  const broken = await sent("BROKEN");
  const later = await sent("minutes");
  expect(await scanFiles(scanner)).toBe(1);
  expect([await opened(broken), await opened(later)]).toEqual(["not-found", "%PDF-1.7 minutes"]);
  const first = (await listed()).find(({ id }) => id === broken);
  expect(first).toMatchObject({ scan: "waiting", scanTries: 1 });
  expect((first?.scanAfter?.getTime() ?? 0) - Date.now()).toBeGreaterThan(60_000);
  // It is not asked about again before its time, and a scanner that is not there counts for nothing.
  expect(await scanFiles(scanner)).toBe(0);
  await sql`update response_files set scan_after = now() where id = ${broken}`;
  expect(await scanFiles("/no/such/scanner")).toBe(0);
  expect(await scanFiles(scanner)).toBe(0);
  expect(await sql`select scan_tries from response_files where id = ${broken}`).toEqual([{ scan_tries: 2 }]);
  // One that has nothing to say about anything is left alone after three.
  const many = [await sent("BROKEN 1"), await sent("BROKEN 2"), await sent("BROKEN 3"), await sent("BROKEN 4")];
  expect(await scanFiles(scanner)).toBe(0);
  expect(await sql`select count(*)::int as tried from response_files where id = any(${many}) and scan_tries = 1`).toEqual([{ tried: 3 }]);
  const elsewhere = await makeOfficer(await makeCouncil(), "engagement-officer");
  expect(await listSentFiles(elsewhere, made.consultationId, 1)).toMatchObject({ files: [], total: 0 });
});

test("the list of files is paged and leaves none out, and a page past the last one is the last", async () => {
  for (let made = 0; made < 60; made += 1) await sent(`bundle ${String(made)}`);
  const first = await listSentFiles(officer, made.consultationId, 1);
  const second = await listSentFiles(officer, made.consultationId, 2);
  expect([first.files.length, first.pages, second.page]).toEqual([50, 2, 2]);
  expect(new Set([...first.files, ...second.files].map(({ id }) => id)).size).toBe(first.total);
  expect(second.files.at(-1)?.name).toBe("bundle 59.pdf");
  expect(await listSentFiles(officer, made.consultationId, 99)).toEqual(second);
});
