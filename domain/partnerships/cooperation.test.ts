import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawLifecycle } from "#domain/basics/lifecycle.ts";
import { addDays } from "#domain/basics/london-time.ts";
import { isWorkingDay } from "#domain/basics/working-days.ts";
import { answerRequest, COOPERATION_ANSWERS, COOPERATION_LIFECYCLE, COOPERATION_STATES, cooperationClock } from "./cooperation.ts";

test("the lifecycle is drawn as it is", () => {
  expect(readFileSync(new URL("../../docs/lifecycles/cooperation-request.md", import.meta.url), "utf8")).toBe(drawLifecycle(COOPERATION_LIFECYCLE));
});

test("a request is acknowledged once and then answered once, a decline and a change saying why", () => {
  for (const state of COOPERATION_STATES)
    for (const answer of COOPERATION_ANSWERS) expect(answerRequest(state, answer, "Because.").ok).toBe(answer === "acknowledge" ? state === "sent" : state === "acknowledged");
  expect(answerRequest("acknowledged", "decline", " ")).toEqual({ ok: false, error: "reason-missing" });
  expect(answerRequest("acknowledged", "agree-with-changes", "")).toEqual({ ok: false, error: "changes-missing" });
  expect(answerRequest("acknowledged", "agree", "")).toEqual({ ok: true, value: "agreed" });
});

test("the clock counts working days over Easter and stops with the answer", () => {
  // Good Friday 3 April and Easter Monday 6 April 2026 do not count.
  const { dueOn } = cooperationClock("sent", "2026-03-27", "2026-04-01");
  expect(dueOn).toBe("2026-04-14");
  expect(isWorkingDay("2026-04-03") || isWorkingDay("2026-04-06")).toBe(false);
  expect(cooperationClock("sent", "2026-03-27", "2026-04-14").late).toBe(false);
  expect(cooperationClock("sent", "2026-03-27", addDays("2026-04-14", 1))).toMatchObject({ late: true, waitsFor: "acknowledgement" });
  expect(cooperationClock("acknowledged", "2026-03-27", "2026-05-01").waitsFor).toBe("answer");
  expect(cooperationClock("declined", "2026-03-27", "2027-01-01")).toEqual({ waitsFor: null, dueOn: null, late: false });
});
