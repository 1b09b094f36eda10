import { checkLeaf, type CheckedLeaf, type LeafContext } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import { checkTwice } from "./check-twice.ts";
import { opensslCryptography } from "./openssl-cryptography.ts";
import { secondCryptography } from "./second-cryptography.ts";

/** What whoever checks leaves is told before the first. */
export interface BatchTask {
  readonly context: LeafContext;
  /** SubjectPublicKeyInfo of each style, in base64url. */
  readonly styles: readonly { readonly name: string; readonly key: string }[];
  /** Every so many-th leaf is checked by the second implementation too. */
  readonly secondOpinionEvery: number;
}

/** Lines that follow one another in the log, `first` being the place of the first of them. */
export interface Batch {
  readonly first: number;
  readonly lines: readonly string[];
}

/** Checks batches of leaves of one log; some of the leaves twice. */
export function batchChecker({ context, styles, secondOpinionEvery }: BatchTask): (batch: Batch) => Promise<CheckedLeaf[]> {
  const openssl = opensslCryptography(styles);
  const second = secondCryptography(styles);
  return async ({ first, lines }) => {
    const checked: CheckedLeaf[] = [];
    for (const [here, line] of lines.entries()) {
      const inSample = (first + here) % secondOpinionEvery === 0;
      checked.push(await (inSample ? checkTwice(line, context, openssl, second) : checkLeaf(line, context, openssl)));
    }
    return checked;
  };
}
