import { parentPort, workerData } from "node:worker_threads";
import { checkLeaf, type CheckedLeaf, type LeafContext } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import type { ThreadAnswer, ThreadQuestion, ThreadTask } from "./leaf-threads.ts";
import { opensslCryptography } from "./openssl-cryptography.ts";
import { secondCryptography } from "./second-cryptography.ts";

const { context, styles, secondOpinionEvery } = workerData as ThreadTask;
const first = opensslCryptography(styles);
const second = secondCryptography(styles);

parentPort?.on("message", (question: ThreadQuestion) => {
  void answer(question).then((checked) => parentPort?.postMessage({ id: question.id, checked } satisfies ThreadAnswer));
});

async function answer({ first: at, lines }: ThreadQuestion): Promise<CheckedLeaf[]> {
  const checked: CheckedLeaf[] = [];
  for (const [here, line] of lines.entries()) checked.push(await checkTwice(line, (at + here) % secondOpinionEvery === 0, context));
  return checked;
}

/** A leaf of the sample is checked by both implementations, which must say the same of it. */
async function checkTwice(line: string, inSample: boolean, leafContext: LeafContext): Promise<CheckedLeaf> {
  const one = await checkLeaf(line, leafContext, first);
  if (!inSample) return one;
  const other = await checkLeaf(line, leafContext, second);
  const same = other.faults.join() === one.faults.join() && Buffer.compare(other.hash, one.hash) === 0;
  return same ? one : { ...one, faults: [...one.faults, "opinions-differ"] };
}
