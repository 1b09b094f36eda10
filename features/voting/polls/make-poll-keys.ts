import { z } from "zod";
import type { KeyHolding } from "#domain/voting/poll.ts";
import { askProgram, type AskedProgram } from "#platform/programs/ask-program.ts";

/** The one ballot style of a poll. */
export const STYLE = "1";

/** The public halves of a poll's keys; each program keeps the other half of its own. */
export interface PollKeys {
  /** SubjectPublicKeyInfo of the issuer's RSA key. */
  readonly signingKey: Buffer;
  /** Ed25519 key of promises and checkpoints. */
  readonly logKey: Buffer;
  /** X25519 key to which votes are sealed. */
  readonly countKey: Buffer;
  /** Whoever holds the count key has shown that they can open a ballot. */
  readonly drilled: boolean;
}

const aKey = z.object({ key: z.string().transform((text) => Buffer.from(text, "base64url")) });
const aCountKey = aKey.extend({ drilled: z.boolean() });

/** Asks issuer, box and counter for the keys of a poll; asked again they give the same ones. Throws ProgramAway while one is not there. */
export async function makePollKeys(pollId: string, held: KeyHolding): Promise<PollKeys> {
  const [issuer, box, counter] = await Promise.all([
    ask("issuer", "/keys", { poll: pollId, style: STYLE }),
    ask("box", "/log-keys", { poll: pollId }),
    ask("counter", "/count-keys", { poll: pollId, held }),
  ]);
  const { key: countKey, drilled } = aCountKey.parse(counter);
  return { signingKey: aKey.parse(issuer).key, logKey: aKey.parse(box).key, countKey, drilled };
}

async function ask(program: AskedProgram, path: string, body: object): Promise<unknown> {
  const { status, body: answer } = await askProgram(program, path, body);
  if (status !== 200) throw new Error(`${program} answered ${String(status)} to ${path}`);
  return answer;
}
