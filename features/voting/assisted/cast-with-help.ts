import { z } from "zod";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { getBallotPaper } from "#features/voting/polls/queries.ts";
import { STYLE } from "#features/voting/polls/make-poll-keys.ts";
import { askProgram } from "#platform/programs/ask-program.ts";

export interface CastWithHelpInput {
  readonly pollId: string;
  /** The pass in the voter's cookie; not needed to change a ballot. It goes to the issuer alone. */
  readonly token: string | null;
  /** The voting key in the voter's cookie. It goes to the box alone. */
  readonly key: BallotKey;
  /** Numbers of the options chosen. */
  readonly choices: readonly number[];
  /** Points for each choice, where the ballot has points. */
  readonly points?: readonly number[];
  /** An officer fills it in for somebody on the telephone: counted as a way of its own on the roll. */
  readonly byTelephone?: boolean;
}

/** A ballot that is in the box. */
export interface CastBallot {
  readonly version: number;
  readonly tracking: string;
  /** The box already held the very same ballot, from this same key. */
  readonly repeated: boolean;
}

export type CastRefusal = "not-open" | "closed" | "invalid-vote" | "too-many-changes" | "no-pass" | "already-voted" | "others-key";

const aReceipt = z.object({ version: z.int(), tracking: z.string(), repeated: z.boolean() });
const prepared = z.object({ blinded: z.string(), inBox: aReceipt.nullable() });
const issued = z.object({ signature: z.string() });
const aRefusal = z.object({ error: z.string() });

/**
 * Casts for a voter whose browser runs no script, or changes their ballot: the box makes what their browser would have made, the issuer
 * marks the roll and signs it blindly, the box casts. The box never hears the pass, nor the issuer the key or the choices.
 *
 * Mark and ballot are no longer one transaction. Everything follows from the voting key in the voter's cookie, so wherever it breaks off the
 * same form sent again goes on: the same blinded value gets the same signature, the same ballot the same receipt. A key that was
 * another voter's is refused (`others-key`); with a new key the same call succeeds. Throws ProgramAway where nobody knows the outcome.
 */
export async function castWithHelp(scope: AnyScope, { pollId, token, key, choices, points, byTelephone = false }: CastWithHelpInput): Promise<Result<CastBallot, CastRefusal>> {
  await getBallotPaper(scope, pollId);
  const voter = { poll: pollId, style: STYLE, key };
  const asked = await askProgram("box", "/assisted/prepare", voter);
  if (asked.status !== 200) return refusedBy(asked.body);
  const { blinded, inBox } = prepared.parse(asked.body);
  let signature: string | null = null;
  if (inBox === null) {
    if (token === null) return err("no-pass");
    const answer = await askProgram("issuer", "/issue", { poll: pollId, style: STYLE, blinded, pass: token, channel: byTelephone ? "telephone" : "assisted" });
    if (answer.status !== 200) return refusedBy(answer.body);
    signature = issued.parse(answer.body).signature;
  }
  const cast = await askProgram("box", "/assisted/cast", { ...voter, choices, ...(points ? { points } : {}), signature });
  return cast.status === 200 ? ok(aReceipt.parse(cast.body)) : refusedBy(cast.body);
}

/** The ballot a voting key holds in a poll of the council, or null. */
export async function findBallotWithHelp(scope: AnyScope, pollId: string, key: BallotKey): Promise<CastBallot | null> {
  await getBallotPaper(scope, pollId);
  const { status, body } = await askProgram("box", "/assisted/standing", { poll: pollId, style: STYLE, key });
  if (status !== 200) throw new Error("The box did not say what a voting key holds");
  return z.object({ inBox: aReceipt.nullable() }).parse(body).inBox;
}

function refusedBy(body: unknown): Result<never, CastRefusal> {
  const { error } = aRefusal.parse(body);
  switch (error) {
    case "not-open":
    case "closed":
    case "invalid-vote":
    case "too-many-changes":
    case "no-pass":
      return err(error);
    case "already-issued":
      return err("already-voted");
    case "used-by-another":
      return err("others-key");
    case "unknown-poll":
      throw new AccessError("not-found", "poll");
    default:
      throw new Error(`A program refused with ${error}`);
  }
}
