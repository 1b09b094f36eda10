import { expect, test } from "vitest";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { getTransfer } from "./queries.ts";
import { reachStage } from "./reach-stage.ts";
import { writeTransfer } from "./write-transfer.ts";

const { url } = await testDatabase();
await prepareJobs(url);
const officer = await makeOfficer(await makeCouncil(), "engagement-officer");
await writeTransfer(officer, { once: randomId(), slug: "hall", reference: "A1", titleEn: "Hall", titleCy: "", summaryEn: "", summaryCy: "", organisation: "Trust", areaId: "" });
const reach = (stage: Parameters<typeof reachStage>[2]["stage"], reachedOn = "2026-05-11", noteEn = "") => reachStage(officer, "hall", { stage, reachedOn, noteEn, noteCy: "" });

test("stages go forward, the same one may be corrected, and nothing follows an end", async () => {
  expect((await reach("expression-of-interest")).ok).toBe(true);
  expect((await reach("assessment", "2026-07-01")).ok).toBe(true);
  expect(await reach("full-application")).toEqual({ ok: false, error: "stage-passed" });
  expect((await reach("assessment", "2026-07-02", "Two scorers")).ok).toBe(true);
  expect((await reach("declined", "2026-08-01")).ok).toBe(true);
  expect(await reach("completion")).toEqual({ ok: false, error: "stage-passed" });
  const { stage, stages } = await getTransfer(officer, "hall");
  expect(stage).toBe("declined");
  expect(stages.map((each) => [each.stage, each.reachedOn, each.note.en])).toEqual([
    ["expression-of-interest", "2026-05-11", ""],
    ["assessment", "2026-07-02", "Two scorers"],
    ["declined", "2026-08-01", ""],
  ]);
});
