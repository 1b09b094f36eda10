import { expect, test } from "vitest";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { referenceData } from "#testing/reference-data.ts";
import { importAuthorities } from "./import-authorities.ts";
import { listAuthorities } from "./queries.ts";

const { url } = await testDatabase();
await prepareJobs(url);
const officer = await makeOfficer(await makeCouncil(), "engagement-officer");
const HEADER = "gss_code,former_gss,name,official_name,nation,region,authority_type,source";
const row = (code: string, name: string, nation = "England", source = "made up (CC0)") => `${code},,${name},${name} Council,${nation},,Unitary authority,${source}`;

test("a dry run changes nothing, bad rows are all listed, and the good ones are read the same each time", async () => {
  const text = [HEADER, row("E06000001", "Northmoor"), row("E06000001", "Again"), row("X1", "Nowhere"), row("W06000001", ""), row("S12000001", "Glen", "Narnia"), row("N09000001", "Lough", "Northern Ireland", "")].join("\n");
  const faults = [[3, "twice"], [4, "code"], [5, "name"], [6, "nation"], [7, "source"]].map(([at, fault]) => ({ row: at, fault }));
  expect(await importAuthorities(text, { dryRun: true })).toMatchObject({ ok: true, value: { rows: 1, faults, sources: ["made up (CC0)"] } });
  expect(await listAuthorities()).toEqual([]);
  for (const _ of [1, 2]) expect(await importAuthorities(text)).toMatchObject({ ok: true, value: { rows: 1, faults } });
  expect(await listAuthorities()).toEqual([{ code: "E06000001", officialName: "Northmoor Council", nation: "England", source: "made up (CC0)" }]);
  expect(await importAuthorities("a,b\n1,2")).toEqual({ ok: false, error: "columns-missing" });
});

test("a partner council is chosen from them and takes its official name; another kind of body and an unknown code are refused", async () => {
  await importAuthorities([HEADER, row("E06000002", "Southmoor")].join("\n"));
  const put = (more: object) => putPartner(officer, { once: randomId(), name: { en: "", cy: "" }, kind: "council", authorityCode: "E06000002", underDuty: false, contactEmail: "", leftOn: null, ...more });
  expect((await put({})).ok).toBe(true);
  expect((await listPartners(officer)).find(({ authorityCode }) => authorityCode === "E06000002")).toMatchObject({ name: { en: "Southmoor Council" }, slug: "southmoor-council" });
  expect(await put({ kind: "police" })).toEqual({ ok: false, error: { field: "authorityCode", code: "no-authority" } });
  expect(await put({ authorityCode: "E06999999" })).toEqual({ ok: false, error: { field: "authorityCode", code: "choose-one" } });
  expect(await put({ authorityCode: null })).toEqual({ ok: false, error: { field: "nameEn", code: "required" } });
});

test.skipIf(!referenceData.present)(`the reference file is read whole${referenceData.reason}`, async () => {
  expect(await importAuthorities(referenceData.text("local-authorities.csv"))).toMatchObject({ ok: true, value: { rows: 397, faults: [] } });
});
