import { rawClient } from "#db/client.ts";
import { assertNever, defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { trackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { sha256 } from "#platform/keys.ts";

export interface CastVoteInput {
  readonly pollId: string;
  /** Hash of the token that lets its holder vote once; not needed to change a ballot. */
  readonly passHash: Uint8Array | null;
  readonly key: BallotKey;
  /** Numbers of the options chosen; in the voter's order where the ballot is ranked, else in any. */
  readonly choices: readonly number[];
  readonly ranked?: boolean;
  /** Points for each choice, where the ballot has points. */
  readonly points?: readonly number[];
}

/** A ballot that is in the box. */
export interface CastBallot {
  readonly version: number;
  readonly tracking: string;
  /** It is this voter's first ballot in the poll. */
  readonly first: boolean;
  /** The box already held the very same ballot, from this same key. */
  readonly repeated: boolean;
}

export type CastRefusal =
  | "not-open"
  | "closed"
  | "unknown-option"
  | "too-few"
  | "too-many"
  | "costs-too-much"
  | "too-many-changes"
  | "no-pass"
  | "already-voted";

type Outcome = CastRefusal | "unknown-poll" | "casting" | "changing" | "repeated";

interface Row {
  readonly outcome: Outcome;
  readonly ballot_version: number | null;
  readonly tracking_code: string | null;
  readonly first_cast: boolean;
}

const MOST_TRIES = 4;

/** What the box keeps of a voting key. */
export const ballotKeyHash = (key: BallotKey): Buffer => sha256(key);

/**
 * Casts a ballot, or changes the one its key holds, by one SQL statement: the roll is marked and the ballot kept, or neither.
 * The same ballot sent again gives the same answer. Knows no person, and nothing of it is logged.
 * AccessError `not-found` for another council's poll. When the database cannot be reached it throws, and nobody knows whether the
 * ballot is in: sending it again finds out.
 */
export async function castVote(scope: AnyScope, input: CastVoteInput): Promise<Result<CastBallot, CastRefusal>> {
  const row = await castByOneStatement(scope, input);
  const { outcome } = found(row, "poll");
  if (outcome === "unknown-poll") throw new AccessError("not-found", "poll");
  switch (outcome) {
    case "casting":
    case "changing":
    case "repeated":
      return ok({
        version: defined(row?.ballot_version, "version"),
        tracking: defined(row?.tracking_code, "tracking code"),
        first: row?.first_cast === true,
        repeated: outcome === "repeated",
      });
    case "not-open":
    case "closed":
    case "unknown-option":
    case "too-few":
    case "too-many":
    case "costs-too-much":
    case "too-many-changes":
    case "no-pass":
    case "already-voted":
      return err(outcome);
    default:
      return assertNever(outcome);
  }
}

/**
 * Two at once with one key meet at the roll or at the ballot's own key. The one that comes second is told that there is a
 * mark, or breaks the uniqueness of the version: asked again it sees what the first one wrote.
 */
async function castByOneStatement(scope: AnyScope, input: CastVoteInput): Promise<Row | undefined> {
  const { pollId, passHash, key, ranked = false } = input;
  const keyHash = ballotKeyHash(key);
  const choices = ranked || input.points ? [...input.choices] : [...new Set(input.choices)].sort((a, b) => a - b);
  const tracking = Array.from({ length: MOST_VERSIONS }, (_, at) => trackingCode(sha256, keyHash, at + 1));
  const pass = passHash ?? new Uint8Array();
  const sql = rawClient();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [row] = await sql<Row[]>`
        select answer.outcome, answer.ballot_version, answer.tracking_code, answer.first_cast
        from polls cross join lateral cast_ballot(${pass}, polls.id, ${keyHash}, ${choices}::integer[], ${input.points ? [...input.points] : null}::integer[], ${tracking}::text[]) answer
        where polls.id = ${pollId} and polls.council_id = ${scope.council.id}`;
      if (row?.outcome !== "already-voted" || attempt > 1) return row;
    } catch (fault) {
      if (!isUniqueViolation(fault) || attempt >= MOST_TRIES) throw fault;
    }
  }
}

const isUniqueViolation = (fault: unknown): boolean => typeof fault === "object" && fault !== null && "code" in fault && fault.code === "23505";
