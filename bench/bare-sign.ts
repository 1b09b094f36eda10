/** The limit of issuing: what the processors of this machine sign with OpenSSL, all of them at once, and nothing else. */
import { constants, privateDecrypt, randomBytes, type KeyObject } from "node:crypto";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

interface Order {
  readonly privateKey: KeyObject;
  readonly many: number;
}

/** Signatures a second of all processors together, `many` by each. */
export async function signOnAll(order: Order): Promise<number> {
  const speeds = await Promise.all(Array.from({ length: availableParallelism() }, () => signInThread(order)));
  return speeds.reduce((sum, perSecond) => sum + perSecond, 0);
}

const signInThread = (order: Order): Promise<number> =>
  new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: order }).once("message", resolve).once("error", reject);
  });

if (!isMainThread) {
  const { privateKey, many } = workerData as Order;
  const sign = (): Buffer => privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.concat([Buffer.of(0), randomBytes(383)]));
  // The first ones find nothing in the caches.
  for (let at = 0; at < 50; at += 1) sign();
  const startedAt = performance.now();
  for (let at = 0; at < many; at += 1) sign();
  parentPort?.postMessage(many / ((performance.now() - startedAt) / 1000));
}
