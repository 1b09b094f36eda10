import { sign } from "node:crypto";
import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { promiseBytes } from "#domain/voting/ballot-box/cast-ballot.ts";
import { trackingCodeOfLeaf } from "#domain/voting/ballot-box/receipt.ts";
import { GroupCommit } from "#platform/group-commit.ts";
import type { BoxOfPoll } from "./box-of-poll.ts";
import type { CheckedBallot } from "./check-ballot.ts";

/** What the voter keeps: the promise that this leaf will be in the log, and where the ballot stands among its versions. */
export interface CastReceipt {
  /** Leaf hash in hex. */
  readonly leaf: string;
  readonly tracking: string;
  readonly version: number;
  /** Signature of the log's key, base64url. */
  readonly promise: string;
  /** The box held the very same ballot already. */
  readonly repeated: boolean;
}

export interface CastRefusal {
  readonly code: "unknown-poll" | "not-open" | "closed" | "version-taken" | "version-gap";
  /** The last version of this key that is in the box. */
  readonly lastVersion: number | null;
}

type Outcome = "cast" | "repeated" | "again" | CastRefusal["code"];

interface Judged {
  readonly place: string;
  readonly outcome: Outcome;
  readonly last_version: number | null;
}

const commits = new GroupCommit<CheckedBallot, Judged>({ mostTogether: 256, mostStatements: 2, keyOf: ({ key }) => key.toString("latin1"), write: castInOrder });

/**
 * Keeps a checked ballot. Ballots that come while others are being written are gathered into one statement, which is what makes
 * a busy evening cheap. The same ballot again gets the same answer. Throws when the database does not answer: then nobody knows, and
 * sending the same bytes again finds out.
 */
export async function castBallot(box: BoxOfPoll, ballot: CheckedBallot): Promise<Result<CastReceipt, CastRefusal>> {
  for (;;) {
    const { outcome, last_version: lastVersion } = await commits.write(box.pollId, ballot);
    if (outcome === "again") continue;
    if (outcome === "cast" || outcome === "repeated") return ok(receiptOf(box, ballot, outcome === "repeated"));
    return err({ code: outcome, lastVersion });
  }
}

/** The receipt of a ballot that is in the box: the promise follows from the leaf alone, so it is the same each time. */
export function receiptOf({ pollId, logKey }: BoxOfPoll, { leafHash, version }: Pick<CheckedBallot, "leafHash" | "version">, repeated: boolean): CastReceipt {
  return {
    leaf: Buffer.from(leafHash).toString("hex"),
    tracking: trackingCodeOfLeaf(leafHash),
    version,
    promise: sign(null, promiseBytes(pollId, leafHash), logKey.privateKey).toString("base64url"),
    repeated,
  };
}

async function castInOrder(pollId: string, ballots: readonly CheckedBallot[]): Promise<readonly Judged[]> {
  const judged = new Map((await castTogether(pollId, ballots)).map((one) => [Number(one.place), one]));
  return ballots.map((_, at) => defined(judged.get(at + 1), "judged ballot"));
}

/** One statement for all of them; each is judged by itself. */
export async function castTogether(pollId: string, ballots: readonly CheckedBallot[]): Promise<readonly Judged[]> {
  const sql = rawClient();
  const judged = await sql<Judged[]>`
    select place, outcome, last_version from box.cast_ballots(${pollId},
      ${byteArrays(ballots.map(({ key }) => key))}, ${ballots.map(({ version }) => version)}::smallint[], ${byteArrays(ballots.map(({ leafHash }) => leafHash))},
      ${byteArrays(ballots.map(({ leaf }) => leaf))}, ${byteArrays(ballots.map(({ content }) => content))})`;
  if (judged.length !== ballots.length) throw new Error("The box did not judge every ballot");
  return judged.map((one) => ({ ...one, outcome: defined(one.outcome, "outcome") }));
}
