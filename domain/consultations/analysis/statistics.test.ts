import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "#testing/arbitraries/any-text.ts";
import { cohensKappa } from "./agreement.ts";
import { chiSquareTail, testAssociation } from "./chi-square.ts";
import { hideSmallCells, SMALLEST_CELL } from "./hide-small-cells.ts";
import { crossTable } from "./cross-table.ts";
import { findNearIdentical } from "./near-identical.ts";
import { weighByPopulation } from "./weighting.ts";

describe("chi-square", () => {
  it("gives the published values", () => {
    // Agresti, An Introduction to Categorical Data Analysis (2007), table 2.5: party by gender.
    const party = testAssociation([[762, 327, 468], [484, 239, 477]]);
    expect(party?.statistic).toBeCloseTo(30.07015, 4);
    expect(party?.degrees).toBe(2);
    expect(party?.p).toBeCloseTo(2.953589e-7, 12);
    // Fisher's tea tasting, Agresti table 2.8: X² = 2 with one degree of freedom.
    expect(testAssociation([[3, 1], [1, 3]])).toMatchObject({ statistic: 2, degrees: 1, thin: 1, v: 0.5 });
  });

  it("gives the tabled upper points", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
    for (const [x, degrees, p] of [[3.841, 1, 0.05], [6.635, 1, 0.01], [5.991, 2, 0.05], [18.307, 10, 0.05], [124.342, 100, 0.05], [149.449, 100, 0.001], [2.706, 1, 0.1]] as const)
      expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 4);
    expect(chiSquareTail(4, 2)).toBeCloseTo(Math.exp(-2), 14);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(5_000, 4)).toBe(0);
  });

  it("does-not-mind-order, and finds nothing where one answer tells nothing of the other", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(500), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }), (table) => {
        const [one, other] = [testAssociation(table), testAssociation([...table].reverse().map((row) => [...row].reverse()))];
        if (one === null) return expect(other).toBeNull();
        expect(other?.statistic).toBeCloseTo(one.statistic, 6);
        expect(one.p).toBeGreaterThanOrEqual(0);
        expect(one.p).toBeLessThanOrEqual(1);
      }),
    );
    expect(testAssociation([[10, 20], [30, 60]])?.statistic).toBeCloseTo(0, 12);
    expect(testAssociation([[10, 20]])).toBeNull();
    expect(testAssociation([[10, 0], [5, 0]])).toBeNull();
  });
});

describe("Cohen's kappa", () => {
  it("gives the published values", () => {
    const pairs = (table: readonly (readonly number[])[]) => table.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, () => [String(one), String(other)] as const)));
    // Cohen (1960), table 1, in hundredths of 200: po .70, pc .41, kappa .492.
    expect(cohensKappa(pairs([[88, 10, 2], [14, 40, 6], [18, 10, 12]])).kappa).toBeCloseTo(0.492, 3);
    expect(cohensKappa(pairs([[20, 5], [10, 15]]))).toMatchObject({ both: 50, observed: 0.7 });
    expect(cohensKappa(pairs([[20, 5], [10, 15]])).kappa).toBeCloseTo(0.4, 12);
  });

  it("says nothing where there is nothing to say", () => {
    expect(cohensKappa([])).toEqual({ both: 0, observed: 0, kappa: null });
    expect(cohensKappa([[true, true], [true, true]]).kappa).toBeNull();
    expect(cohensKappa([[true, true], [false, false]]).kappa).toBe(1);
  });
});

describe("weighting", () => {
  it("makes groups count as their people are", () => {
    const { weights, worth, unheard } = weighByPopulation([
      { key: "north", answered: 80, population: 5_000 },
      { key: "south", answered: 20, population: 5_000 },
      { key: "west", answered: 0, population: 2_500 },
    ]);
    expect(weights.get("north")).toBeCloseTo(0.625, 12);
    expect(weights.get("south")).toBeCloseTo(2.5, 12);
    expect(worth).toBeCloseTo(64, 9);
    expect(unheard).toBeCloseTo(0.2, 12);
  });

  it("keeps-the-number-of-answers and is never worth more than they are", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ answered: fc.nat(1000), population: fc.integer({ min: 1, max: 100_000 }) }), { minLength: 1, maxLength: 20 }), (groups) => {
        const strata = groups.map((group, key) => ({ key, ...group }));
        const { weights, worth } = weighByPopulation(strata);
        const answers = strata.reduce((sum, { answered }) => sum + answered, 0);
        expect(strata.reduce((sum, { key, answered }) => sum + answered * (weights.get(key) ?? 0), 0)).toBeCloseTo(answers, 6);
        expect(worth).toBeLessThanOrEqual(answers + 1e-6);
      }),
    );
    expect(weighByPopulation([])).toMatchObject({ worth: 0, unheard: 0 });
  });
});

describe("small cells", () => {
  const tables = fc.array(fc.array(fc.oneof(fc.nat(8), fc.nat(200)), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 });

  it("hides-every-small-cell and keeps what shows as it is", () => {
    fc.assert(
      fc.property(tables, (table) => {
        hideSmallCells(table)?.forEach((row, at) =>
          row.forEach((shown, column) => {
            const count = table[at]?.[column] ?? 0;
            if (count > 0 && count < SMALLEST_CELL) expect(shown).toBeNull();
            if (shown !== null) expect(shown).toBe(count);
          }),
        );
      }),
    );
  });

  it("lets-no-hidden-cell-be-worked-out: another table has the same totals and the same shown cells", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideSmallCells(table);
        if (shown === null) return;
        for (const [row, cells] of shown.entries())
          for (const [column, cell] of cells.entries()) if (cell === null && (table[row]?.[column] ?? 0) > 0) expect(hasAnother(table, shown, row, column)).toBe(true);
      }),
    );
  });

  it("hides a second cell in the row and column of a single small one", () => {
    expect(hideSmallCells([[3, 40, 50], [60, 20, 30], [70, 80, 90]])).toEqual([[null, null, 50], [null, null, 30], [70, 80, 90]]);
    expect(hideSmallCells([[10, 20], [30, 40]])).toEqual([[10, 20], [30, 40]]);
    expect(hideSmallCells([[0, 20], [30, 0]])).toEqual([[0, 20], [30, 0]]);
    expect(hideSmallCells([])).toEqual([]);
  });

  it("shows nothing where the totals alone give a person away", () => {
    expect(hideSmallCells([[1, 0], [0, 0]])).toBeNull();
    expect(hideSmallCells([[2, 30, 40]])).toBeNull();
  });
});

/** Whether some table with the same totals, the same shown cells and nothing under nought has another count here. */
function hasAnother(table: readonly (readonly number[])[], shown: readonly (readonly (number | null)[])[], row: number, column: number): boolean {
  const width = table[0]?.length ?? 0;
  for (const step of [1, -1])
    for (let r = 0; r < table.length; r += 1)
      for (let c = 0; c < width; c += 1) {
        if (r === row || c === column) continue;
        const moved = table.map((cells, y) => cells.map((count, x) => count + ((y === row || y === r) && (x === column || x === c) ? ((y === row) === (x === column) ? step : -step) : 0)));
        const same = moved.every((cells, y) => cells.every((count, x) => count >= 0 && (shown[y]?.[x] === null || count === table[y]?.[x])));
        if (same) return true;
      }
  return false;
}

describe("near-identical texts", () => {
  const letter = (name: string) => `Dear council, I am writing to object to the closure of Millbrook Library because it is the only warm place for children after school. Yours, ${name}`;

  it("finds letters from one template and leaves the others alone", () => {
    const texts = [
      { id: "a", text: letter("Ann") },
      { id: "x", text: "Please keep the library open on Saturdays, my children love the story time there." },
      { id: "b", text: letter("Bryn Jones").toUpperCase() },
      { id: "c", text: `${letter("Cai")} P.S. Thank you.` },
      { id: "short", text: "Keep it open" },
      { id: "short-too", text: "Keep it open" },
    ];
    expect(findNearIdentical(texts)).toEqual([["a", "b", "c"]]);
  });

  it("goes through ten thousand different texts in a moment", () => {
    const texts = Array.from({ length: 10_000 }, (_, at) => ({ id: String(at), text: Array.from({ length: 20 }, (__, word) => `w${at * 20 + word}`).join(" ") }));
    const start = performance.now();
    expect(findNearIdentical([...texts, { id: "again", text: texts[5]?.text ?? "" }])).toEqual([["5", "again"]]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it("survives anything typed", () => {
    fc.assert(fc.property(fc.array(fc.record({ id: fc.uuid(), text: anyText() })), (texts) => void findNearIdentical(texts)));
  });
});

describe("the totals of a published table", () => {
  it("hide a row of few people, and another so that it cannot be worked out", () => {
    const counts: Record<string, Record<string, number>> = { agree: { north: 20, south: 30 }, against: { north: 10, south: 12 }, other: { north: 1, south: 2 } };
    const cross = (hide: boolean) => crossTable({ rows: Object.keys(counts), columns: ["north", "south"], countOf: (row, column) => counts[row]?.[column] ?? 0, hide });
    expect(cross(false)?.rowTotals).toEqual([50, 22, 3]);
    expect(cross(true)).toMatchObject({ rowTotals: [50, null, null], columnTotals: [31, 44], total: 75 });
    expect(cross(true)?.cells[2]).toEqual([null, null]);
    expect(cross(true)?.cells[1]).toEqual([null, null]);
  });

  it("are never told by cells that add up to them", () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(table, (counts) => {
        const [rows, columns] = [counts.map((_, at) => `${at}`), (counts[0] ?? []).map((_, at) => `${at}`)];
        const cross = crossTable({ rows, columns, countOf: (row, column) => counts[Number(row)]?.[Number(column)] ?? 0, hide: true });
        for (const [at, total] of (cross?.rowTotals ?? []).entries()) {
          expect(total === null || total >= SMALLEST_CELL).toBe(true);
          if (total === null) expect(cross?.cells[at]?.every((cell) => cell === null || cell === 0)).toBe(true);
        }
        const hidden = cross?.rowTotals.filter((total) => total === null).length ?? 0;
        expect(hidden === 1).toBe(cross !== null && hidden === 1 && cross.rows.length === 1);
      }),
    );
  });
});
