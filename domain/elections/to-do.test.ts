import { expect, test } from "vitest";
import { electionTasks, type ElectionToWatch } from "./to-do.ts";

const QUIET: ElectionToWatch = { stage: "candidates", sent: 0, withdrawalsOver: true, withoutPoll: 0, withPoll: 1, withoutLot: 0, polls: { toClose: 0, toCount: 0, toDeclare: 0 }, held: 0, shortPacks: 0 };
const anybody = () => true;

test("an election asks for its next step, and for what waits beside it", () => {
  expect(electionTasks(QUIET, anybody)).toEqual([]);
  expect(electionTasks({ ...QUIET, stage: "draft" }, anybody)).toEqual([{ kind: "give-notice", count: 1 }]);
  expect(electionTasks({ ...QUIET, stage: "checking", sent: 2, withoutLot: 1, held: 3 }, anybody)).toEqual([{ kind: "check-nominations", count: 2 }, { kind: "read-questions", count: 3 }]);
  expect(electionTasks({ ...QUIET, stage: "checking", withoutLot: 2 }, anybody)).toEqual([{ kind: "draw-lot", count: 2 }]);
  expect(electionTasks({ ...QUIET, stage: "checking", withoutLot: 2, withdrawalsOver: false }, anybody)).toEqual([]);
  expect(electionTasks({ ...QUIET, stage: "checking" }, anybody)).toEqual([{ kind: "make-papers", count: 1 }]);
  expect(electionTasks({ ...QUIET, stage: "checking", withoutPoll: 2 }, anybody)).toEqual([{ kind: "declare-without-poll", count: 2 }]);
  expect(electionTasks({ ...QUIET, stage: "checking", withPoll: 0 }, anybody)).toEqual([]);
  expect(electionTasks({ ...QUIET, stage: "counting", polls: { toClose: 1, toCount: 1, toDeclare: 1 }, shortPacks: 1 }, anybody).map(({ kind }) => kind)).toEqual(["close", "count", "declare", "replace-slips"]);
});

test("whoever may not do a thing is not asked to", () => {
  expect(electionTasks({ ...QUIET, sent: 2, held: 3 }, (kind) => kind === "read-questions")).toEqual([{ kind: "read-questions", count: 3 }]);
});
