import { parentPort } from "node:worker_threads";
import { defined } from "#domain/basics/assert.ts";
import { signBlinded, type SignRequest } from "./sign-blinded.ts";

const keys = new Map<string, NonNullable<SignRequest["key"]>>();

// A signature takes two milliseconds of a processor, in which the program itself would answer nobody.
parentPort?.on("message", ({ id, name, key, blinded }: SignRequest) => {
  if (key) keys.set(name, key);
  parentPort?.postMessage({ id, signature: signBlinded(defined(keys.get(name), "key of a signature"), blinded) });
});
