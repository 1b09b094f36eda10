import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { hex } from "./bytes.ts";
import { MerkleTree } from "./merkle-tree.ts";
import { stepsOfProof } from "./proof-steps.ts";

const digest = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");

test("every step of every proof in trees of up to 70 leaves stands for the lines it says", () => {
  const most = 70;
  const leaves = Array.from({ length: most }, (_, at) => digest(Uint8Array.of(at)));
  const rootsOf = leaves.map((_, from) => {
    const tree = new MerkleTree(digest, leaves.slice(from));
    return Array.from({ length: most - from + 1 }, (__, size) => hex(tree.root(size)));
  });
  for (let size = 1; size <= most; size += 1) {
    const tree = new MerkleTree(digest, leaves.slice(0, size));
    for (let index = 0; index < size; index += 1)
      expect(stepsOfProof(index, size).map(({ from, to }) => rootsOf[from]?.[to - from])).toEqual(tree.inclusionProof(index).map(hex));
  }
  expect(() => stepsOfProof(3, 3)).toThrow(RangeError);
});
