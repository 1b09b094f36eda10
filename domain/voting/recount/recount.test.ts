import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { recountFile, type RecountRequest } from "./recount-file.ts";

const PB = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\na;60;Hall\nb;50;Park\nc;50;Pond\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n3;c,b\n4;c\n5;a\n";
const POINTS = PB.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points").replace("1;a\n2;a,b\n3;c,b\n4;c\n5;a\n", "1;a;1\n2;a,b;1,9\n3;c,b;2,2\n");
const BLT = "3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\nAnn\nBryn\nCeri\nWard\n";

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content.subarray(0, 10);
  yield content.subarray(10);
}
const recount = (name: string, content: string | Uint8Array, given: Partial<RecountRequest> = {}) =>
  recountFile({ name, bytes: pieces(typeof content === "string" ? new TextEncoder().encode(content) : content), rule: "greedy", places: null, lots: [], ...given });

describe("a file that a person has", () => {
  test("is counted, plain or packed", async () => {
    expect(await recount("a.pb", PB)).toMatchObject({ kind: "budget", budget: 100, outcome: { winners: ["a"] }, names: [{ id: "a", name: "Hall" }, {}, {}] });
    expect(await recount("A.PB.GZ", gzipSync(PB))).toMatchObject({ kind: "budget", outcome: { winners: ["a"] } });
    expect(await recount("a.blt", BLT, { rule: "irv" })).toMatchObject({ kind: "election", outcome: { winners: ["2"] }, names: [{ name: "Ann" }, {}, {}] });
    expect(await recount("a.blt", BLT, { rule: "scottish_stv", places: 2 })).toMatchObject({ kind: "election", outcome: { params: { count: 2 } } });
  });

  test("of marks or points can fill an office", async () => {
    expect(await recount("a.pb", PB, { rule: "approval", lots: ["c", "b", "a"] })).toMatchObject({ kind: "election", outcome: { winners: ["a"] } });
    expect(await recount("a.pb", POINTS, { rule: "approval", places: 2, lots: ["c", "b", "a"] })).toMatchObject({ outcome: { winners: ["b", "a"] } });
    expect(await recount("a.pb", POINTS, { rule: "score" })).toMatchObject({ kind: "election", outcome: { winners: ["b"] } });
  });

  test("asks for lots and takes them", async () => {
    const tie = PB.replace("budget;100", "budget;110");
    expect(await recount("a.pb", tie)).toEqual({ kind: "lots-required", tied: [{ id: "b", name: "Park" }, { id: "c", name: "Pond" }] });
    expect(await recount("a.pb", tie, { lots: ["c", "b"] })).toMatchObject({ outcome: { winners: ["a", "c"] } });
  });

  test("is refused with every fault, or with the reason why the rule does not fit", async () => {
    expect(await recount("a.pb", PB.replace("c;50", "c;fifty").replace("5;a", "5;z"))).toMatchObject({ kind: "faults", faults: [{ line: 9, column: 3, code: "number-unreadable" }, { line: 16, column: 3, code: "project-unknown" }] });
    expect(await recount("a.pb.gz", gzipSync(PB).subarray(0, 40))).toMatchObject({ kind: "faults", faults: [{ code: "gzip-broken" }] });
    const reason = async (...given: Parameters<typeof recount>) => {
      const told = await recount(...given);
      return told.kind === "refused" ? told.reason : told.kind;
    };
    expect(await reason("a.txt", PB)).toBe("not-a-ballot-file");
    expect(await reason("a.pb", PB, { rule: "irv" })).toBe("rule-is-for-offices");
    expect(await reason("a.blt", BLT)).toBe("rule-is-for-budgets");
    expect(await reason("a.blt", BLT, { rule: "score" })).toBe("rule-needs-points");
    expect(await reason("a.pb", PB, { rule: "greedy_threshold" })).toBe("threshold-missing");
    expect(await reason("a.blt", BLT, { rule: "fptp", places: 9 })).toBe("too-many-places");
    expect(await reason("a.pb", PB, { rule: "score", places: 9 })).toBe("too-many-places");
  });
});

