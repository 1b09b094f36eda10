import { z } from "zod";
import { err, ok, type Result } from "#domain/basics/result.ts";
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
}

const aKey = z.object({ key: z.string().transform((text) => Buffer.from(text, "base64url")) });

/**
 * Asks issuer, box and counter for the keys of a poll; asked again they give the same ones. `circleId` names the people who hold the
 * count key; refused until they have shown that they can open a ballot. Throws ProgramAway while a program is not there.
 */
export async function makePollKeys(pollId: string, circleId: string | null): Promise<Result<PollKeys, "key-not-drilled">> {
  const [issuer, box, counter] = await Promise.all([
    ask("issuer", "/keys", { poll: pollId, style: STYLE }),
    ask("box", "/log-keys", { poll: pollId }),
    askProgram("counter", "/count-keys", { poll: pollId, circle: circleId }),
  ]);
  if (counter.status === 409) return err("key-not-drilled");
  if (counter.status !== 200) throw new Error(`counter answered ${String(counter.status)} to /count-keys`);
  return ok({ signingKey: aKey.parse(issuer).key, logKey: aKey.parse(box).key, countKey: aKey.parse(counter.body).key });
}

async function ask(program: AskedProgram, path: string, body: object): Promise<unknown> {
  const { status, body: answer } = await askProgram(program, path, body);
  if (status !== 200) throw new Error(`${program} answered ${String(status)} to ${path}`);
  return answer;
}
