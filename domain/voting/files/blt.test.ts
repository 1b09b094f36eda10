import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseBlt, readBlt, writeBlt, type BltFile } from "./blt.ts";

const read = (text: string): BltFile => {
  const result = parseBlt(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const faults = (text: string): string[] => {
  const result = parseBlt(text);
  return result.ok ? [] : result.error.map(({ line, column, code }) => `${line}:${column} ${code}`);
};
const BALLOTS = "3 2\n4 1 2 0\n2 3 0\n0\n";

test.each([
  ["plain", "Ann Onyme (Ind)\nBryn ab Owain\nC\nWard 1", ["Ann Onyme|Ind", "Bryn ab Owain|", "C|"], "Ward 1"],
  ["CSV-quoted", '"Ann ""Labour and Co-operative Party"""\n"Bryn"\n"C"\n"Ward 1"\n', ["Ann|Labour and Co-operative Party", "Bryn|", "C|"], "Ward 1"],
  ["name and party", '"Ann" "Labour"\n"Bryn" "Plaid"\n"C" ""\nWard 1', ["Ann|Labour", "Bryn|Plaid", "C|"], "Ward 1"],
  ["comments", "# ALTERNATIVE NAME 1: Ann (Lab)\n# ALTERNATIVE NAME 2: Bryn\n# ALTERNATIVE NAME 3: C\ngovan", ["Ann|Lab", "Bryn|", "C|"], "govan"],
])("names are read in the dialect %s", (_, names, expected, title) => {
  const file = read(BALLOTS + names);
  expect(file.candidates.map(({ name, party }) => `${name}|${party ?? ""}`)).toEqual(expected);
  expect(file).toMatchObject({ title, places: 2, ballots: [{ ranking: [1, 2], multiplicity: 4 }, { ranking: [3], multiplicity: 2 }] });
});

test("withdrawn candidates lose their preferences, repetition ends a ballot", () => {
  const file = read("3 1\n-2\n4 2 1 0\n1 3 1 3 2 0\n0\nA\nB\nC\nT\n");
  expect(file.ballots.map(({ ranking }) => ranking)).toEqual([[1], [3, 1]]);
  expect(file.candidates[1]?.withdrawn).toBe(true);
  expect(file.warnings).toEqual([{ line: 4, code: "ballot-cut-at-repeat", params: { candidate: 3 } }]);
});

test("what is written is read back the same", () => {
  const file = read(`${BALLOTS}"Ann ""Lab"""\n"B"\n"C"\n"W"`);
  expect(read(writeBlt(file))).toEqual(file);
});

test.each([
  ["", ["1:1 file-empty"]],
  ["3 4\n0\nA\nB\nC\nT", ["1:3 seats-out-of-range"]],
  ["3,1\n4,1,2,0\n0\nA\nB\nC\nT", ["1:2 separator-comma", "2:2 separator-comma"]],
  ["3 1\n4 1 2\n1 9 0\n0 1 0\nx\n0\nA\nB\nC\nT", ["2:6 ballot-not-ended", "3:3 candidate-unknown", "4:1 amount-not-positive", "5:1 ballots-not-ended"]],
  ["3 1\n4 1=2 0\n4 1 - 2 0\n0\nA\nB\nC\nT", ["2:4 equal-preferences", "3:5 skipped-preference"]],
  ["3 1\n4 1 0\n", ["2:1 ballots-not-ended"]],
  ["3 1\n4 1 0\n0\nA\nB", ["5:1 names-missing"]],
  ["2 1\n4 1 0\n0\nA\nB\nT\nmore", ["7:1 names-too-many"]],
])("a malformed file is refused whole (%#)", (text, expected) => {
  expect(faults(text)).toEqual(expected);
});

test("bytes are read gzipped or plain, and refused where they are neither", async () => {
  const text = `${BALLOTS}A\nB\nC\nDŵr`;
  async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
  }
  const plain = new TextEncoder().encode(text);
  expect(await readBlt(pieces(plain))).toEqual(parseBlt(text));
  expect(await readBlt(pieces(gzipSync(plain)))).toEqual(parseBlt(text));
  expect(await readBlt(pieces(gzipSync(plain).subarray(0, 30)))).toMatchObject({ ok: false, error: [{ code: "gzip-broken" }] });
  expect(await readBlt(pieces(new Uint8Array([0x33, 0xff, 0xfe])))).toMatchObject({ ok: false, error: [{ code: "not-text" }] });
});
