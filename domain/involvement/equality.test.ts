import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EQUALITY_QUESTIONS, equalityProfile, readAreaFigures, writeAreaFigures } from "./equality.ts";

const sex = (female: number, male: number, skip: number) => [
  { question: "sex", answer: "female", people: female },
  { question: "sex", answer: "male", people: male },
  { question: "sex", answer: "skip", people: skip },
];

describe("the equality profile", () => {
  it("sets those who took part beside the people of the area", () => {
    expect(equalityProfile(sex(60, 40, 20), sex(5_100, 4_900, 0))).toEqual([
      {
        question: "sex",
        answered: 100,
        lines: [
          { answer: "female", people: 60, share: 0.6, areaShare: 0.51 },
          { answer: "male", people: 40, share: 0.4, areaShare: 0.49 },
        ],
      },
    ]);
    expect(equalityProfile(sex(60, 40, 20), [])[0]?.lines[0]?.areaShare).toBeNull();
  });

  it("hides few, and another with them; where it hides who skipped it gives no share", () => {
    expect(equalityProfile(sex(60, 40, 3), [])[0]).toMatchObject({ answered: null, lines: [{ people: 60, share: null }, { people: null, share: null }] });
    expect(equalityProfile([], sex(1, 1, 1))).toEqual([]);
  });

  it("never lets a hidden number be found by subtraction", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 9, maxLength: 9 }), (counts) => {
        const tallies = EQUALITY_QUESTIONS.religion.map((answer, at) => ({ question: "religion", answer, people: counts[at] ?? 0 }));
        const [profile] = equalityProfile(tallies, []);
        if (!profile) return;
        const hidden = profile.lines.filter(({ people }) => people === null);
        for (const { people } of profile.lines) expect(people === null || people === 0 || people >= 10).toBe(true);
        const all = counts.reduce((sum, count) => sum + count, 0);
        const known = profile.lines.reduce((sum, { people }) => sum + (people ?? 0), 0);
        // The total of forms is known: what is left for the hidden lines is of two people or more, or everything is hidden.
        const left = all - known - (profile.answered === null ? 0 : all - profile.answered);
        if (hidden.length + (profile.answered === null ? 1 : 0) === 1) expect(left).toBe(all);
        else if (hidden.length > 0) expect(left === all || left >= 10).toBe(true);
      }),
    );
  });
});

describe("figures of the area", () => {
  it("are read as they come from a spreadsheet, and every bad line is named", () => {
    expect(readAreaFigures("sex; female; 40,120\nsex,male,39 190\n\ndisability\tyes\t15000").figures.map(({ people }) => people)).toEqual([40_120, 39_190, 15_000]);
    expect(readAreaFigures("sex; female\nhair; red; 4\nsex; skip; 4\nsex; male; some\nsex; female; 1\nsex; female; 2").faults).toEqual([
      { line: 1, code: "three-parts" },
      { line: 2, code: "no-such-question" },
      { line: 3, code: "no-such-answer" },
      { line: 4, code: "no-number" },
      { line: 6, code: "twice" },
    ]);
  });

  it("are shown so that they read the same again", () => {
    const figures = [{ question: "age-band", answer: "16-24", people: 1_234 }, { question: "religion", answer: "none", people: 0 }];
    expect(readAreaFigures(writeAreaFigures(figures))).toEqual({ figures, faults: [] });
  });
});
