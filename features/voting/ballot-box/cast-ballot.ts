import { sign } from "node:crypto";
import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { promiseBytes } from "#domain/voting/ballot-box/cast-ballot.ts";
import { trackingCodeOfLeaf } from "#domain/voting/ballot-box/receipt.ts";
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

interface Waiting {
  readonly ballot: CheckedBallot;
  readonly resolve: (judged: Judged) => void;
  readonly reject: (fault: unknown) => void;
}

/** Ballots in one statement at the most, and statements of one poll under way at a time. */
const MOST_TOGETHER = 256;
const MOST_STATEMENTS = 2;

interface Queue {
  waiting: Waiting[];
  underWay: number;
}

const queues = new Map<string, Queue>();

/**
 * Keeps a checked ballot. Ballots that come while others are being written are gathered into one statement, which is what makes
 * a busy evening cheap. The same ballot again gets the same answer. Throws when the database does not answer: then nobody knows, and
 * sending the same bytes again finds out.
 */
export async function castBallot(box: BoxOfPoll, ballot: CheckedBallot): Promise<Result<CastReceipt, CastRefusal>> {
  for (;;) {
    const { outcome, last_version: lastVersion } = await new Promise<Judged>((resolve, reject) => enqueue(box.pollId, { ballot, resolve, reject }));
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

function enqueue(pollId: string, waiting: Waiting): void {
  const queue = queues.get(pollId) ?? { waiting: [], underWay: 0 };
  queues.set(pollId, queue);
  queue.waiting.push(waiting);
  // Whatever arrives in this turn of the event loop goes together.
  if (queue.underWay < MOST_STATEMENTS) setImmediate(() => void writeTogether(pollId, queue));
}

async function writeTogether(pollId: string, queue: Queue): Promise<void> {
  if (queue.underWay >= MOST_STATEMENTS || queue.waiting.length === 0) return;
  const together = takeDistinct(queue);
  queue.underWay += 1;
  try {
    const judged = await castTogether(pollId, together.map(({ ballot }) => ballot));
    for (const one of judged) together[Number(one.place) - 1]?.resolve(one);
  } catch (fault) {
    for (const { reject } of together) reject(fault);
  } finally {
    queue.underWay -= 1;
    if (queue.waiting.length > 0) setImmediate(() => void writeTogether(pollId, queue));
    else if (queue.underWay === 0) queues.delete(pollId);
  }
}

/** One ballot of a key at a time: two in one statement would not see each other. */
function takeDistinct(queue: Queue): readonly Waiting[] {
  const [taken, left, keys]: [Waiting[], Waiting[], Set<string>] = [[], [], new Set()];
  for (const one of queue.waiting) {
    const key = one.ballot.key.toString("latin1");
    if (taken.length < MOST_TOGETHER && !keys.has(key)) taken.push(one);
    else left.push(one);
    keys.add(key);
  }
  queue.waiting = left;
  return taken;
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
