import { expect, test } from "vitest";
import { nationalIndicators } from "#db/schema/priorities/indicators.ts";
import { testDatabase } from "#testing/database.ts";
import { referenceData } from "#testing/reference-data.ts";
import { importIndicators } from "./import-indicators.ts";

const { db } = await testDatabase();
const HEADER = "ni_number,code,title,title_quality,status,handbook_annex,source,source_url,also_seen_in";

test("bad rows are all listed and the good ones read, the same each time", async () => {
  const text = [HEADER, "1,NI 1,Getting on,verbatim,recovered,,data.gov.uk,https://example.org,", "2,NI 2,,,not_recovered,,,,", "1,NI 1,Again,,recovered,,x,,", "three,NI 3,,,not_recovered,,,,", "4,NI 5,,,not_recovered,,,,", "6,NI 6,Made up,,recovered,,,,", "7,NI 7,,,recovered,,,,", "8,NI 8,,,guessed,,,,", "200,NI 200,,,not_recovered,,,,"].join("\n");
  for (const _ of [1, 2]) {
    const imported = await importIndicators(text);
    expect(imported).toMatchObject({ ok: true, value: { rows: 2, withTitle: 1 } });
    if (imported.ok) expect(imported.value.faults.map(({ row, fault }) => [row, fault])).toEqual([[4, "twice"], [5, "number"], [6, "code"], [7, "title-without-source"], [8, "title-missing"], [9, "status"], [10, "number"]]);
  }
  expect(await db.select({ code: nationalIndicators.code, title: nationalIndicators.title }).from(nationalIndicators).orderBy(nationalIndicators.number)).toEqual([{ code: "NI 1", title: "Getting on" }, { code: "NI 2", title: "" }]);
  expect(await importIndicators("a,b\n1,2")).toEqual({ ok: false, error: "columns-missing" });
  expect(await importIndicators('"open')).toMatchObject({ ok: false });
});

test.skipIf(!referenceData.present)(`the set of 2008 is read whole, with the titles that were found and no others${referenceData.reason}`, async () => {
  const imported = await importIndicators(referenceData.text("national-indicators.csv"));
  expect(imported).toEqual({ ok: true, value: { rows: 199, withTitle: 89, faults: [] } });
});
