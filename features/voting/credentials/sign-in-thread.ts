import { parentPort } from "node:worker_threads";
import { defined } from "#domain/basics/assert.ts";
import { signBlinded, type SigningKey } from "./sign-blinded.ts";

/** What one of the issuer's threads is asked. */
export interface SignRequest {
  readonly id: number;
  /** The key's name, by which the thread keeps it. */
  readonly name: string;
  /** The key, where the thread does not have it yet. */
  readonly key: Pick<SigningKey, "publicKey" | "privateKey"> | null;
  readonly blinded: Uint8Array;
}

const keys = new Map<string, NonNullable<SignRequest["key"]>>();

// A signature takes two milliseconds of a processor, in which the program itself would answer nobody.
parentPort?.on("message", ({ id, name, key, blinded }: SignRequest) => {
  if (key) keys.set(name, key);
  parentPort?.postMessage({ id, signature: signBlinded(defined(keys.get(name), "key of a signature"), blinded) });
});
