import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { appended, EMPTY_RANGE, MerkleTree } from "./merkle-tree.ts";
import { StoredTree, subtreesFilled } from "./stored-tree.ts";

const digest = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");
const hexOf = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => Buffer.from(hash).toString("hex"));
const leaves = Array.from({ length: 66_400 }, (_, at) => new Uint8Array(Uint32Array.of(at, 0, 0, 0, 0, 0, 0, 0).buffer));

test("a stored tree proves what the whole tree proves, however the leaves came", async () => {
  const rows = new Map<number, Uint8Array[]>([[0, leaves]]);
  let range = EMPTY_RANGE;
  for (let from = 0, step = 1; from < leaves.length; from += step, step = (step * 7 + 3) % 1_111 || 1) {
    const part = leaves.slice(from, from + step);
    for (const { level, index, hash } of subtreesFilled(digest, range, part)) {
      const row = rows.get(level) ?? [];
      expect(row.length).toBe(index);
      row.push(hash);
      rows.set(level, row);
    }
    range = appended(digest, range, part);
  }
  expect([rows.get(8)?.length, rows.get(16)?.length, rows.size]).toEqual([259, 1, 3]);
  const whole = new MerkleTree(digest, leaves);
  for (const size of [1, 2, 3, 255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 65_537, 66_400]) {
    const stored = new StoredTree(digest, size, (level, from, count) => Promise.resolve((rows.get(level) ?? []).slice(from, from + count)));
    for (const index of new Set([0, 1, 254, 255, 256, Math.floor(size / 2), size - 2, size - 1].filter((at) => at >= 0 && at < size)))
      expect(hexOf(await stored.inclusionProof(index))).toEqual(hexOf(whole.inclusionProof(index, size)));
    for (const first of new Set([0, 1, 200, 256, Math.floor(size / 3), size - 1, size].filter((at) => at >= 0 && at <= size)))
      expect(hexOf(await stored.consistencyProof(first))).toEqual(hexOf(whole.consistencyProof(first, size)));
  }
});
