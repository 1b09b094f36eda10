import { AccessError } from "#domain/policy/access-error.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { log } from "#platform/log.ts";
import { randomToken } from "#platform/random.ts";
import { action } from "#platform/action.ts";
import { castWithHelp, findBallotWithHelp, type CastBallot, type CastRefusal } from "./cast-with-help.ts";
import type { VoterSession } from "./voter-session.ts";

/** A program or the database did not answer: whether the ballot is in, nobody knows yet. */
export interface UnknownOutcome {
  readonly code: "unknown-outcome";
  /** In the log beside the fault, and on the page. */
  readonly reference: string;
}

/**
 * Hands the choices of a form to the box, and the pass to the issuer. A browser that lost its cookies is told that it has no pass.
 * Choices are never logged.
 */
export async function castChoices(
  scope: AnyScope,
  { pollId, session, ballot, byTelephone }: { readonly pollId: string; readonly session: VoterSession; readonly ballot: Vote; readonly byTelephone: boolean },
): Promise<Result<CastBallot & { readonly key: BallotKey }, CastRefusal | UnknownOutcome>> {
  const { token, key } = session;
  if (key === null) return err("no-pass");
  try {
    const cast = await castWithHelp(scope, { pollId, token, key, byTelephone, ...ballot });
    return cast.ok ? ok({ ...cast.value, key }) : cast;
  } catch (fault) {
    if (fault instanceof AccessError) throw fault;
    const reference = randomToken(6);
    // Only the kind of fault: its text could hold what was sent.
    log.error({ reference, fault: codeOf(fault) }, "cast unanswered");
    return err({ code: "unknown-outcome", reference });
  }
}

const codeOf = (fault: unknown): string => (typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : fault instanceof Error ? fault.name : "unknown");

/** Takes the voting key that was typed, where it holds a ballot of the poll. */
export const useVotingKey = action({
  input: (values) => {
    const key = readBallotKey(values["key"]?.at(-1) ?? "");
    return key.ok ? key : err([{ field: "key", code: "key-mistyped" }]);
  },
  run: async ({ scope, pollId }: { readonly scope: AnyScope; readonly pollId: string }, key: BallotKey) =>
    (await findBallotWithHelp(scope, pollId, key)) === null ? err("key-unknown") : ok(key),
  beside: { "key-unknown": "key" },
});
