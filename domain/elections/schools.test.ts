import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SMALLEST_SHOWN } from "#domain/basics/small-counts.ts";
import { accountMeets, judgeCount, readSlipNumbers, standingOfPack } from "./code-packs.ts";
import { readClassLines, readYearLines } from "./school-lists.ts";
import { publishSchoolTurnout, type SchoolTaken } from "./school-turnout.ts";

describe("lists of a school", () => {
  test("are read line by line, and every bad line is told", () => {
    expect(readYearLines("7, 180\n\nYear 8; 175\nblwyddyn 9\t12")).toEqual({ read: [{ yearGroup: 7, pupils: 180 }, { yearGroup: 8, pupils: 175 }, { yearGroup: 9, pupils: 12 }], bad: [] });
    expect(readYearLines("7, 180\n7, 20\n15, 3\n8\n9, 0\n10, 12, 3").bad).toEqual([2, 3, 4, 5, 6]);
    expect(readClassLines("7, 7A, 30\n7, 7 a, 30")).toEqual({ read: [{ yearGroup: 7, name: "7A", slips: 30 }, { yearGroup: 7, name: "7 a", slips: 30 }], bad: [] });
    expect(readClassLines("7, 7A, 30\n7, 7a, 28\n7, , 28\n7, 7B, 501").bad).toEqual([2, 3, 4]);
  });
});

describe("a pack", () => {
  const slips = Array.from({ length: 28 }, (_, at) => at + 1);
  test("is whole, or names every slip that is missing and says why", () => {
    expect(judgeCount({ counted: 28, missing: [], reason: null }, slips)).toEqual([]);
    expect(judgeCount({ counted: 25, missing: [4, 9, 17], reason: "lost" }, slips)).toEqual([]);
    expect(judgeCount({ counted: 25, missing: [4, 9], reason: "lost" }, slips)).toMatchObject([{ code: "missing-differs", params: { short: 3, named: 2 } }]);
    expect(judgeCount({ counted: 25, missing: [4, 9, 29], reason: "lost" }, slips)).toMatchObject([{ code: "no-such-slip", params: { number: 29 } }]);
    expect(judgeCount({ counted: 26, missing: [4, 4], reason: "lost" }, slips)).toMatchObject([{ code: "no-such-slip" }]);
    expect(judgeCount({ counted: 25, missing: [4, 9, 17], reason: null }, slips)).toMatchObject([{ field: "reason" }]);
    expect(judgeCount({ counted: 29, missing: [], reason: null }, slips)).toMatchObject([{ code: "more-than-sent" }]);
  });
  test("is accounted for where every slip is somewhere and no more voted than were handed a slip", () => {
    expect(accountMeets({ handedOut: 25, unused: 2, spoilt: 1 }, { slips: 28, used: 20 })).toBe(true);
    expect(accountMeets({ handedOut: 25, unused: 2, spoilt: 0 }, { slips: 28, used: 20 })).toBe(false);
    expect(accountMeets({ handedOut: 25, unused: 2, spoilt: 1 }, { slips: 28, used: 26 })).toBe(false);
  });
  test("stands where it stands", () => {
    const whole = { batch: "made", toPrint: 0, counted: true, open: 0, accounted: false } as const;
    expect(standingOfPack(whole)).toBe("arrived");
    expect(standingOfPack({ ...whole, open: 3 })).toBe("short");
    expect(standingOfPack({ ...whole, toPrint: 3 })).toBe("to-print");
    expect(standingOfPack({ ...whole, counted: false })).toBe("on-its-way");
    expect(standingOfPack({ ...whole, batch: "revoked", open: 3 })).toBe("void");
  });
  test("has its slips named by numbers as people write them", () => {
    expect(readSlipNumbers("4, 9,17\n20 to 22, 24-25")).toEqual([4, 9, 17, 20, 21, 22, 24, 25]);
    expect(readSlipNumbers("")).toEqual([]);
    for (const wrong of ["four", "9-4", "1-5000", "4 9", Array(9).fill("1-900").join(",")]) expect(readSlipNumbers(wrong)).toBeNull();
  });
});

describe("published turnout of schools", () => {
  const taken = fc.array(fc.record({ years: fc.uniqueArray(fc.record({ yearGroup: fc.integer({ min: 7, max: 11 }), voted: fc.integer({ min: 0, max: 30 }) }), { selector: ({ yearGroup }) => yearGroup, maxLength: 4 }) }), { maxLength: 5 });
  const asTaken = (all: readonly { readonly years: readonly { readonly yearGroup: number; readonly voted: number }[] }[]): SchoolTaken[] =>
    all.map(({ years }, at) => ({ school: `S${String(at)}`, years: years.map((year) => ({ ...year, pupils: 40 })) }));

  test("shows large counts against the pupils there are", () => {
    const shown = publishSchoolTurnout([{ school: "A", years: [{ yearGroup: 7, pupils: 100, voted: 60 }, { yearGroup: 8, pupils: 100, voted: 40 }] }, { school: "B", years: [{ yearGroup: 7, pupils: 50, voted: 20 }] }], 30);
    expect(shown.schools).toEqual([{ key: "A", pupils: 200, voted: 100, share: 0.5 }, { key: "B", pupils: 50, voted: 20, share: 0.4 }]);
    expect(shown.years).toMatchObject([{ key: 7, pupils: 150, voted: 80 }, { key: 8, voted: 40 }]);
    expect(shown.elsewhere).toEqual({ besideSchools: 30, besideYears: 30 });
  });

  test("hides what two tables together would give away, though each line of them is large", () => {
    // All of year 10 but those of B are at no other school: year 10 less B's 20 would be the 3 of A.
    const shown = publishSchoolTurnout([{ school: "A", years: [{ yearGroup: 9, pupils: 90, voted: 50 }, { yearGroup: 10, pupils: 90, voted: 3 }] }, { school: "B", years: [{ yearGroup: 10, pupils: 90, voted: 20 }] }], 0);
    expect(shown.schools.find(({ key }) => key === "A")?.voted).toBeNull();
    expect(shown.years.find(({ key }) => key === 10)?.voted).toBeNull();
  });

  test("is worked out at once, however many schools take part", () => {
    const many = Array.from({ length: 400 }, (_, school) => ({ school: String(school), years: [7, 8, 9, 10, 11, 12, 13].map((yearGroup, at) => ({ yearGroup, pupils: 100, voted: (school * 7 + at * 3) % 11 })) }));
    const begun = performance.now();
    const shown = publishSchoolTurnout(many, 200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect([shown.schools.length, shown.years.length, shown.years[0]?.pupils]).toEqual([400, 7, 40_000]);
  });

  /** Whether a cell follows from the shown sums: its unit vector lies in the span of their rows (over the rationals). */
  function follows(cells: readonly { readonly school: string; readonly year: number }[], rows: readonly (readonly number[])[], at: number): boolean {
    const rank = (matrix: readonly (readonly number[])[]): number => {
      const left = matrix.map((row) => [...row]);
      let found = 0;
      for (let column = 0; column < cells.length && found < left.length; column += 1) {
        const pivot = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
        if (pivot < 0) continue;
        [left[found], left[pivot]] = [left[pivot]!, left[found]!];
        const top = left[found]!;
        for (let index = 0; index < left.length; index += 1) {
          if (index === found) continue;
          const factor = (left[index]![column] ?? 0) / (top[column] ?? 1);
          left[index] = left[index]!.map((value, each) => value - factor * (top[each] ?? 0));
        }
        found += 1;
      }
      return found;
    };
    return rank([...rows, cells.map((_, each) => (each === at ? 1 : 0))]) === rank(rows);
  }

  test("never lets a small count of a year at a school be worked out", () => {
    fc.assert(
      fc.property(taken, fc.integer({ min: 0, max: 30 }), (all, elsewhere) => {
        const schools = asTaken(all);
        const shown = publishSchoolTurnout(schools, elsewhere);
        const cells = [...schools.flatMap(({ school, years }) => years.map(({ yearGroup, voted }) => ({ school, year: yearGroup, voted }))), { school: "elsewhere", year: 0, voted: elsewhere }];
        if (cells.length < 2) return;
        const rowOf = (of: (cell: (typeof cells)[number]) => boolean): number[] => cells.map((cell) => (of(cell) ? 1 : 0));
        const rows = [
          rowOf(() => true),
          ...shown.schools.filter(({ voted }) => voted !== null).map(({ key }) => rowOf(({ school }) => school === key)),
          ...shown.years.filter(({ voted }) => voted !== null).map(({ key }) => rowOf(({ year }) => year === key)),
          ...(shown.elsewhere.besideSchools === null && shown.elsewhere.besideYears === null ? [] : [rowOf(({ year }) => year === 0)]),
        ];
        cells.forEach(({ voted }, at) => {
          if (voted > 0 && voted < SMALLEST_SHOWN) expect(follows(cells, rows, at)).toBe(false);
        });
      }),
    );
  });
});
