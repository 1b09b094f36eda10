import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotMark } from "#domain/voting/ballots/ballot.ts";
import { BALLOT_KINDS } from "#domain/voting/poll.ts";
import { comparePasses, differencesOfReadings, matches, type KeyedPaper } from "./double-entry.ts";
import { faultOfReading, outcomeOf, PAPER_FINDINGS, type PaperReading } from "./doubtful.ts";
import type { PollOnPaper } from "./paper-rules.ts";

const options = [1, 2, 3, 4].map((number) => ({ number, subjectId: `s${number}`, title: { en: `Project ${number}`, cy: `Prosiect ${number}` }, costPence: number * 10_000, reference: "" }));
const poll = (parts: Partial<PollOnPaper> = {}): PollOnPaper => ({ kind: "knapsack", minChoices: 1, maxChoices: null, budgetPence: 60_000, pointsTotal: null, pointsMost: null, options, ...parts });
const crosses = (...numbers: number[]): BallotMark[] => numbers.map((number) => ({ optionId: String(number), value: 1 }));
const good = (...numbers: number[]): PaperReading => ({ finding: "nothing", marks: crosses(...numbers) });

describe("what becomes of a paper", () => {
  test("a clear one is accepted as it is stored", () => {
    expect(outcomeOf(poll(), good(3, 1))).toEqual({ accepted: true, choices: [1, 3], points: null });
    const ranked = { finding: "nothing" as const, marks: [{ optionId: "1", value: 2 }, { optionId: "4", value: 1 }] };
    expect(outcomeOf(poll({ kind: "ranked" }), ranked)).toEqual({ accepted: true, choices: [4, 1], points: null });
    const points = { finding: "nothing" as const, marks: [{ optionId: "1", value: 7 }, { optionId: "4", value: 3 }] };
    expect(outcomeOf(poll({ kind: "cumulative" }), points)).toEqual({ accepted: true, choices: [1, 4], points: [7, 3] });
  });

  test("a doubtful one is rejected on the ground the rules name", () => {
    const ground = (finding: PaperReading["finding"], marks: BallotMark[] = []) => {
      const outcome = outcomeOf(poll(), { finding, marks });
      return outcome.accepted ? null : outcome.ground;
    };
    expect(ground("blank")).toBe("unmarked");
    expect(ground("costs-too-much", crosses(4, 3))).toBe("too-many-votes");
    expect(ground("too-many", crosses(1, 2))).toBe("too-many-votes");
    expect(ground("unclear")).toBe("void-for-uncertainty");
    expect(ground("identifies", crosses(1))).toBe("voter-identified");
    expect(ground("no-mark", crosses(1))).toBe("no-official-mark");
  });

  test("a blank one counts where the page takes a blank ballot too", () => {
    expect(outcomeOf(poll({ minChoices: 0 }), { finding: "blank", marks: [] })).toEqual({ accepted: true, choices: [], points: null });
    expect(outcomeOf(poll({ minChoices: 0, kind: "score" }), { finding: "blank", marks: [] })).toEqual({ accepted: true, choices: [], points: [] });
  });

  test("nothing is accepted that the page would refuse, whatever is keyed", () => {
    const mark = fc.record({ optionId: fc.constantFrom("1", "2", "3", "4", "9"), value: fc.integer({ min: -1, max: 12 }) });
    fc.assert(
      fc.property(fc.constantFrom(...BALLOT_KINDS), fc.constantFrom(...PAPER_FINDINGS), fc.array(mark, { maxLength: 6 }), (kind, finding, marks) => {
        const paper = poll({ kind });
        const outcome = outcomeOf(paper, { finding, marks });
        if (!outcome.accepted) return;
        expect(finding).toBe("nothing");
        expect(new Set(outcome.choices).size).toBe(outcome.choices.length);
        expect(outcome.choices.every((choice) => choice >= 1 && choice <= 4)).toBe(true);
        expect(outcome.points === null || outcome.points.length === outcome.choices.length).toBe(true);
        if (kind === "knapsack") expect(outcome.choices.reduce((sum, choice) => sum + choice * 10_000, 0)).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe("a reading that cannot be so is refused", () => {
  test.each([
    ["marks-on-blank", "blank", [1]],
    ["nothing-marked", "nothing", []],
    ["too-dear-keyed", "nothing", [3, 4]],
    ["not-too-dear", "costs-too-much", [1, 2]],
    ["not-too-many", "too-many", [1]],
  ] as const)("%s", (code, finding, numbers) => {
    expect(faultOfReading(poll(), { finding, marks: crosses(...numbers) })).toBe(code);
  });

  test("too many crosses", () => {
    expect(faultOfReading(poll({ kind: "approval", maxChoices: 2 }), good(1, 2, 3))).toBe("too-many-keyed");
    expect(faultOfReading(poll({ kind: "approval", maxChoices: 2 }), { finding: "too-many", marks: crosses(1, 2, 3) })).toBeNull();
  });

  test("and a fitting one is not", () => {
    expect(faultOfReading(poll(), good(1, 2, 3))).toBeNull();
    expect(faultOfReading(poll(), { finding: "costs-too-much", marks: crosses(3, 4) })).toBeNull();
    expect(faultOfReading(poll(), { finding: "unclear", marks: crosses(3, 4) })).toBeNull();
  });
});

describe("two readings", () => {
  const keyed = (number: number, reading: PaperReading, setAside = false): KeyedPaper => ({ number, ...reading, setAside });

  test("are alike in whatever order the marks were keyed, and the comparison has no side", () => {
    const mark = fc.record({ optionId: fc.constantFrom("1", "2", "3", "4"), value: fc.integer({ min: 1, max: 3 }) });
    const reading = fc.record({ finding: fc.constantFrom(...PAPER_FINDINGS), marks: fc.array(mark, { maxLength: 4 }) });
    fc.assert(
      fc.property(reading, reading, (one, other) => {
        expect(differencesOfReadings(one, { ...one, marks: [...one.marks].reverse() })).toEqual([]);
        expect(differencesOfReadings(one, other)).toEqual(differencesOfReadings(other, one));
      }),
    );
  });

  test("differ by mark and finding", () => {
    expect(differencesOfReadings(good(1, 2), good(1, 3))).toEqual(["marks"]);
    expect(differencesOfReadings(good(1), { finding: "unclear", marks: crosses(1) })).toEqual(["finding"]);
    expect(differencesOfReadings({ finding: "unclear", marks: crosses(1) }, { finding: "unclear", marks: [] })).toEqual([]);
  });

  test("are compared paper by paper; a lone one differs only when both are done", () => {
    const first = [keyed(10_001, good(1)), keyed(10_002, good(2)), keyed(10_003, good(3), true)];
    const second = [keyed(10_002, good(2)), keyed(10_003, good(3)), keyed(10_004, good(4))];
    const found = (bothDone: boolean) => comparePasses(first, second, bothDone).map((paper) => [paper.number, ...paper.differences]);
    expect(found(false)).toEqual([[10_001], [10_002], [10_003, "set-aside"], [10_004]]);
    expect(found(true)).toEqual([[10_001, "only-first"], [10_002], [10_003, "set-aside"], [10_004, "only-second"]]);
    expect(comparePasses(first, second, true).filter(matches).map(({ number }) => number)).toEqual([10_002]);
  });
});
