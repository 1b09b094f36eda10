import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawLifecycle, moveBy } from "#domain/basics/lifecycle.ts";
import { HUSTINGS_LIFECYCLE, hustingsOpen, judgeAnswer, judgeEvent, MOST_WORDS_OF_ANSWER } from "./hustings.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 9, 18, hour));
const EVENT = { startsAt: at(12), endsAt: at(14), place: "Hall", onlineUrl: "" };
const during = { now: at(8), votingEndsAt: at(20) };

test("an event is to come, ends after it begins and before voting is over, and can be come to", () => {
  expect(judgeEvent(EVENT, during)).toEqual([]);
  expect(judgeEvent({ ...EVENT, place: "", onlineUrl: "https://meet.example" }, during)).toEqual([]);
  expect(judgeEvent({ ...EVENT, startsAt: at(7) }, during)).toMatchObject([{ code: "event-past" }]);
  expect(judgeEvent({ ...EVENT, startsAt: at(21), endsAt: at(22) }, during)).toMatchObject([{ code: "event-after-voting" }]);
  expect(judgeEvent({ ...EVENT, endsAt: at(12), place: "" }, during)).toMatchObject([{ code: "event-ends-first" }, { code: "event-nowhere" }]);
});

test("goes the way drawn in docs/lifecycles", () => {
  expect(readFileSync(new URL("../../docs/lifecycles/hustings.md", import.meta.url), "utf8")).toBe(drawLifecycle(HUSTINGS_LIFECYCLE));
});

test("what is refused can be written anew, and what is shown is not written over", () => {
  expect(moveBy(HUSTINGS_LIFECYCLE, "refused", "write-again")).toMatchObject({ value: "held" });
  expect(moveBy(HUSTINGS_LIFECYCLE, "shown", "write-again").ok).toBe(false);
  expect(moveBy(HUSTINGS_LIFECYCLE, "shown", "refuse")).toMatchObject({ value: "refused" });
  expect(moveBy(HUSTINGS_LIFECYCLE, "refused", "show").ok).toBe(false);
});

test("an answer has at most so many words, and questions end with the voting", () => {
  expect(judgeAnswer("word ".repeat(MOST_WORDS_OF_ANSWER))).toEqual([]);
  expect(judgeAnswer("word ".repeat(MOST_WORDS_OF_ANSWER + 2))).toMatchObject([{ params: { over: 2 } }]);
  expect((["announced", "nominations", "voting", "counting", "declared"] as const).map(hustingsOpen)).toEqual([false, true, true, false, false]);
});
