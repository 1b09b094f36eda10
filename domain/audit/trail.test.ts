import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkChain, unchecked, type ChainedAct, type Sha256 } from "./trail.ts";

const sha256: Sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function chainOf(texts: readonly string[]): ChainedAct[] {
  let previousHash = sha256("");
  return texts.map((canonical, at) => {
    const hash = sha256(previousHash, canonical);
    const act = { position: at + 1, canonical, previousHash, hash };
    previousHash = hash;
    return act;
  });
}

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 20 });
const check = (acts: readonly ChainedAct[]) => checkChain(unchecked(sha256), acts, sha256);

describe("checkChain", () => {
  it("finds nothing wrong with a chain as it was written, read in any stretches", () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (all, cut) => {
        const acts = chainOf(all);
        expect(check(acts)).toMatchObject({ checked: all.length, fault: null });
        const first = checkChain(unchecked(sha256), acts.slice(0, cut), sha256);
        expect(checkChain(first, acts.slice(cut), sha256)).toEqual(check(acts));
      }),
    );
  });

  it("finds any act changed, taken away, put in or moved", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (all, where, other) => {
        const at = where % all.length;
        const changed = chainOf(all);
        const act = changed[at] as ChainedAct;
        fc.pre(other !== act.canonical);
        expect(check(changed.with(at, { ...act, canonical: other })).fault).toEqual({ position: at + 1, kind: "changed" });
        // With a fitting hash of its own the next act gives it away; the last one can only be told by its signed hash.
        const forged = changed.with(at, { ...act, canonical: other, hash: sha256(act.previousHash, other) });
        expect(check(forged).fault).toEqual(at + 1 < all.length ? { position: at + 2, kind: "broken-link" } : null);
        if (at + 1 < all.length) expect(check(changed.toSpliced(at, 1)).fault).toEqual({ position: at + 2, kind: "gap" });
      }),
    );
  });
});
