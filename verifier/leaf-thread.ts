import { parentPort, workerData } from "node:worker_threads";
import { checkLeaf, type CheckedLeaf } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import { checkTwice } from "./check-twice.ts";
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
  for (const [here, line] of lines.entries()) {
    const inSample = (at + here) % secondOpinionEvery === 0;
    checked.push(await (inSample ? checkTwice(line, context, first, second) : checkLeaf(line, context, first)));
  }
  return checked;
}
