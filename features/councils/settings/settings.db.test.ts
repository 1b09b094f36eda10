import { beforeAll, describe, expect, it } from "vitest";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { brandColours, DAMSON } from "#domain/councils/brand-colours.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { saveColour, saveLogo, saveSettings } from "./actions.ts";
import { getSettings } from "./queries.ts";

const { sql } = await testDatabase();
let council: SystemScope;
let admin: ActorScope;
const heard: string[] = [];

beforeAll(async () => {
  council = await makeCouncil("bryn");
  admin = await makeOfficer(council, "council-admin");
  await sql.listen("folkmoot_renewal", (address) => heard.push(address));
});

const VALUES = { nameEn: ["Bryn Council"], nameCy: ["Cyngor Bryn"], contactEmail: ["hello@bryn.example"], contactPhone: ["01632 960 180"], privacyEn: ["We keep little."], privacyCy: ["Cadwn ychydig."], welsh: ["yes"] };
const acts = async () => (await sql`select act, detail from audit_trail where council_id = ${council.council.id} order by position`).map(({ act, detail }) => [act, detail]);

describe("settings", () => {
  it("are saved once, recorded by what changed, and renew the council's pages", async () => {
    expect(await saveSettings(admin, VALUES)).toMatchObject({ ok: true });
    expect(await saveSettings(admin, VALUES)).toEqual({ ok: true, value: [] });
    expect(await getSettings(admin)).toMatchObject({ nameEn: "Bryn Council", contactPhone: "01632 960 180", welsh: true });
    expect(await acts()).toEqual([["council.settings-changed", { changed: ["nameEn", "nameCy", "contactEmail", "contactPhone", "privacyEn", "privacyCy"] }]]);
    await expect.poll(() => heard).toContain("bryn");
  });

  it("that are wrong come back as they were typed", async () => {
    const wrong = { ...VALUES, nameEn: [""], nameCy: [""], privacyCy: [" "], contactEmail: ["me@"], contactPhone: ["call me"] };
    const saved = await saveSettings(admin, wrong);
    expect(saved).toMatchObject({ ok: false, error: { values: wrong } });
    expect(saved.ok ? [] : saved.error.faults.map(({ field, code }) => [field, code])).toEqual(expect.arrayContaining([["nameEn", "required"], ["contactPhone", "phone"]]));
    const welsh = await saveSettings(admin, { ...VALUES, nameCy: [""], privacyCy: [""] });
    expect(welsh.ok ? [] : welsh.error.faults.map(({ field, code }) => [field, code])).toEqual([
      ["nameCy", "welsh-missing"],
      ["privacyCy", "welsh-missing"],
    ]);
    expect(await saveSettings(admin, { ...VALUES, nameCy: [""], privacyCy: [""], welsh: [] })).toMatchObject({ ok: true });
  });

  it("are for the council's administrators", async () => {
    const other = await makeOfficer(council, "engagement-officer");
    await expect(getSettings(other)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(saveSettings(other, VALUES)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(saveColour(other, { colour: ["0b5a4d"] })).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("the colour", () => {
  it("is looked at before it is kept", async () => {
    expect(await saveColour(admin, { colour: [" #0B5A4D "], show: ["preview"] })).toEqual({ ok: true, value: { colour: "#0b5a4d", kept: false } });
    expect((await getSettings(admin)).brand).toEqual(DAMSON);
    expect(await saveColour(admin, { colour: ["ffe000"] })).toEqual({ ok: true, value: { colour: "#ffe000", kept: true } });
    expect(await getSettings(admin)).toMatchObject({ brandGiven: "#ffe000", brand: brandColours("#ffe000") });
    for (const colour of ["", "red", "#12", "0b5a4d;}body{"]) expect(await saveColour(admin, { colour: [colour] })).toMatchObject({ ok: false, error: { faults: [{ field: "colour" }] } });
  });
});

describe("the logo", () => {
  const post = (bytes: Uint8Array<ArrayBuffer> | string | null, values: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(values)) form.append(key, value);
    if (bytes !== null) form.append("logo", new Blob([bytes]), "logo.png");
    return new Request("https://folkmoot.test/", { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } });
  };
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const files = async () => (await sql`select content_type as kind from stored_files where council_id = ${council.council.id}`).map(({ kind }) => kind);

  it("replaces the one before, and can be taken away", async () => {
    expect(await saveLogo(admin, post(png))).toEqual({ ok: true, value: "replaced" });
    const { logoFileId } = await getSettings(admin);
    expect(await saveLogo(admin, post("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toEqual({ ok: true, value: "replaced" });
    expect((await getSettings(admin)).logoFileId).not.toBe(logoFileId);
    expect(await files()).toEqual(["image/svg+xml"]);
    expect(await saveLogo(admin, post(null, { remove: "yes" }))).toEqual({ ok: true, value: "removed" });
    expect(await files()).toEqual([]);
  });

  it("of another kind, too large, empty or missing leaves things as they are", async () => {
    for (const [request, code] of [
      [post("GIF89a"), "logo-kind"],
      [post("<svg><script/></svg>"), "logo-kind"],
      [post(new Uint8Array(300_000)), "logo-too-large"],
      [post(""), "file-empty"],
      [post(null), "file-missing"],
    ] as const)
      expect(await saveLogo(admin, request)).toMatchObject({ ok: false, error: { faults: [{ field: "logo", code }] } });
    expect(await files()).toEqual([]);
  });
});
