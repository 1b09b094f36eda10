import { checkLeaf, type CheckedLeaf, type LeafContext, type LeafCryptography } from "#domain/voting/ballot-box/verify/check-leaf.ts";

/** Checks a leaf by two implementations, which must say the same of it. */
export async function checkTwice(line: string, context: LeafContext, first: LeafCryptography, second: LeafCryptography): Promise<CheckedLeaf> {
  const [one, other] = [await checkLeaf(line, context, first), await checkLeaf(line, context, second)];
  const same = other.faults.join() === one.faults.join() && Buffer.compare(other.hash, one.hash) === 0;
  return same ? one : { ...one, faults: [...one.faults, "opinions-differ"] };
}
