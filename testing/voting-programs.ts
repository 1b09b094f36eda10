import { newSigningKey, type NewSigningKey } from "#features/voting/credentials/signing-keys.ts";
import { runProgramsHere } from "#seed/programs-here.ts";

let key: Promise<NewSigningKey> | undefined;

/** Issuer, box and counter in the process of a test file, with one signing key for all its polls: a new one takes most of a second. */
export const runProgramsOfTests = (): void => runProgramsHere({ newKey: () => (key ??= newSigningKey()) });
