import fc from "fast-check";
import { expect, test } from "vitest";
import { mayLink, narrowStrands, stationOf, STATIONS, THREAD_KINDS, threadsOf, type PlacedStop, type ThreadEnd, type ThreadKind } from "./thread.ts";
import { layOutThread } from "./thread-plot.ts";

const vote: ThreadEnd = { kind: "engagement", id: "vote" };
const swings: ThreadEnd = { kind: "project", id: "swings" };
const lights: ThreadEnd = { kind: "project", id: "lights" };
const safer: ThreadEnd = { kind: "target", id: "safer" };

test("each thread runs from its first voice to the last thing it moved", () => {
  const a = { from: vote, to: swings };
  const b = { from: vote, to: lights };
  const c = { from: lights, to: safer };
  expect(threadsOf([a, b, c])).toEqual([[a], [b, c]]);
  expect(threadsOf([])).toEqual([]);
});

test("strands run only forward", () => {
  expect(mayLink("engagement", "project")).toBe(true);
  expect(mayLink("theme", "target")).toBe(true);
  expect(mayLink("opinion", "policy-ask")).toBe(true);
  expect(mayLink("theme", "project")).toBe(true);
  expect(mayLink("project", "asset-transfer")).toBe(true);
  expect(mayLink("idea", "project")).toBe(true);
  expect(mayLink("idea", "decision")).toBe(true);
  expect(mayLink("idea", "theme")).toBe(false);
  expect(mayLink("target", "project")).toBe(false);
  expect(mayLink("target", "asset-transfer")).toBe(false);
  expect(mayLink("project", "project")).toBe(false);
  expect(mayLink("decision", "target")).toBe(false);
});

test("what was said belongs to its engagement by itself", () => {
  for (const kind of THREAD_KINDS) expect(mayLink("engagement", kind)).toBe(!["engagement", "theme", "answer", "opinion", "comment-theme", "idea", "promise"].includes(kind));
});

const placed = (kind: ThreadKind, id: string, areaIds: readonly string[], year: number | null): PlacedStop => ({ kind, id, areaIds, year });

test("a thread is kept whole when any of its stops is in the area and any is of the year", () => {
  const start = placed("engagement", "vote", ["fell", "mill"], 2025);
  const mill = placed("project", "mill", ["mill"], 2025);
  const fell = placed("project", "fell", ["fell"], 2025);
  const target = placed("target", "safer", [], null);
  const strands = [{ from: start, to: mill }, { from: start, to: fell }, { from: fell, to: target }];
  expect(narrowStrands(strands, { areaId: null, year: null })).toEqual(strands);
  expect(narrowStrands(strands, { areaId: "mill", year: 2025 })).toEqual(strands); // the vote itself was in both wards
  expect(narrowStrands(strands.slice(2), { areaId: "mill", year: null })).toEqual([]);
  expect(narrowStrands(strands, { areaId: null, year: 2024 })).toEqual([]);
});

/** Strands that may be tied, among a few stops of every kind. */
const strandsArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...THREAD_KINDS), fc.nat(3), fc.constantFrom(...THREAD_KINDS), fc.nat(3)), { maxLength: 25 })
  .map((all) =>
    all
      .filter(([from, , to]) => mayLink(from, to) || (from === "engagement" && stationOf(to) === "said"))
      .map(([from, one, to, other]) => ({ from: { kind: from, id: String(one) }, to: { kind: to, id: String(other) } })),
  );

test("the plot draws every stop once, none on another, every strand from left to right and past no stop that is not its own", () => {
  fc.assert(
    fc.property(strandsArbitrary, (strands) => {
      const plot = layOutThread(strands);
      const taken = new Set(plot.stops.map(({ column, row }) => `${column} ${row}`));
      expect(taken.size).toBe(plot.stops.length);
      expect(new Set(plot.stops.map(({ stop }) => `${stop.kind} ${stop.id}`)).size).toBe(plot.stops.length);
      expect(plot.stops.map(({ number }) => number)).toEqual(plot.stops.map((_, index) => index + 1));
      for (const { stop, column, row } of plot.stops) {
        expect(plot.columns[column]).toBe(stationOf(stop.kind));
        expect(row).toBeLessThan(plot.rows[column] ?? 0);
      }
      expect(plot.strands.length).toBe(strands.length);
      for (const { from, to, through } of plot.strands) {
        const columns = [plot.stops[from - 1]?.column ?? -1, ...through.map(({ column }) => column), plot.stops[to - 1]?.column ?? -1];
        expect(columns).toEqual(columns.map((_, index) => (columns[0] ?? 0) + index));
        expect(columns.length).toBeGreaterThan(1);
        for (const { column, row } of through) {
          expect(taken.has(`${column} ${row}`)).toBe(false);
          expect(row).toBeLessThan(plot.rows[column] ?? 0);
        }
      }
      expect([...plot.columns]).toEqual(STATIONS.filter((each) => plot.columns.includes(each)));
    }),
  );
});

test("a column follows the order of what leads to it", () => {
  const one = { kind: "engagement", id: "1" } as const;
  const two = { kind: "engagement", id: "2" } as const;
  const plot = layOutThread([{ from: one, to: lights }, { from: two, to: swings }, { from: two, to: safer }, { from: lights, to: safer }]);
  expect(plot.stops.filter(({ column }) => column === 1).map(({ stop }) => stop.id)).toEqual(["lights", "swings"]);
});
