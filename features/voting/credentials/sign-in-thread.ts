import { parentPort } from "node:worker_threads";
import { signBlinded, type SigningKey } from "./sign-blinded.ts";

/** What one of the issuer's threads is asked. */
export interface SignRequest {
  readonly id: number;
  readonly key: SigningKey;
  readonly blinded: Uint8Array;
}

// A signature takes two milliseconds of a processor, in which the program itself would answer nobody.
parentPort?.on("message", ({ id, key, blinded }: SignRequest) => {
  parentPort?.postMessage({ id, signature: signBlinded(key, blinded) });
});
