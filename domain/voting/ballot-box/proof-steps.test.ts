import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { MerkleTree } from "./merkle-tree.ts";
import { stepsOfProof } from "./proof-steps.ts";

const digest = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");

test("every step of every proof in trees of up to 70 leaves stands for the lines it says", () => {
  for (let size = 1; size <= 70; size += 1) {
    const leaves = Array.from({ length: size }, (_, at) => digest(Uint8Array.of(at)));
    const tree = new MerkleTree(digest, leaves);
    for (let index = 0; index < size; index += 1) {
      const steps = stepsOfProof(index, size);
      const proof = tree.inclusionProof(index);
      expect(steps).toHaveLength(proof.length);
      steps.forEach(({ from, to }, at) => expect(new MerkleTree(digest, leaves.slice(from, to)).root()).toEqual(proof[at]));
    }
  }
  expect(() => stepsOfProof(3, 3)).toThrow(RangeError);
});
