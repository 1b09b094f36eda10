import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readManifest, type Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { openSealed } from "#domain/voting/ballot-box/seal.ts";
import { isBallotLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { readVote } from "#domain/voting/ballot-box/vote.ts";
import { opensslCurves, opensslPrimitives } from "#features/voting/ballot-box/openssl.ts";
import { countSecret, findCountKey } from "./count-keys.ts";

/** How far the opening is. */
export interface Opened {
  /** Goes on after this key; null when all are open. Base64url. */
  readonly next: string | null;
  /** Ballots looked at in this step. */
  readonly ballots: number;
}

export type OpenRefusal = "unknown-poll" | "not-closed" | "needs-shares";

interface SealedBallot {
  readonly index: string;
  readonly leaf: Buffer;
  readonly content: Buffer;
}

/**
 * Opens the last ballots of some voters of a closed poll, `most` at a time in the order of their random keys, and writes what was
 * in them to the public log. Those that are open already are passed over, so that it goes on wherever it was cut off.
 */
export async function openBallots(pollId: string, after: Uint8Array, most: number): Promise<Result<Opened, OpenRefusal>> {
  const sql = rawClient();
  const [manifestRow] = await sql<{ leaf: Buffer; hash: Buffer }[]>`select leaf, hash from poll_manifests where poll_id = ${pollId}`;
  const key = await findCountKey(pollId);
  const manifest = manifestRow && readManifest(manifestRow.leaf.toString("utf8"));
  if (!manifest || !key) return err("unknown-poll");
  let ballots;
  try {
    ballots = await sql<(SealedBallot & { voterKey: Buffer; opened: boolean })[]>`
      select b.voter_key as "voterKey", b.index, l.bytes as leaf, b.content, o.index is not null as opened
      from box.last_ballots(${pollId}, ${Buffer.from(after)}, ${most}) b
      join log.leaves l on l.poll_id = ${pollId} and l.index = b.index
      left join log.openings o on o.poll_id = ${pollId} and o.index = b.index
      order by b.voter_key`;
  } catch (fault) {
    if (typeof fault === "object" && fault !== null && "code" in fault && fault.code === "42501") return err("not-closed");
    throw fault;
  }
  const unopened = ballots.filter(({ opened }) => !opened);
  // A count that is made again finds everything open, and asks nobody for their code.
  if (unopened.length > 0) {
    const secret = await countSecret(pollId);
    if (secret === null) return err("needs-shares");
    const open = { countSecret: secret, countKey: key.publicKey, paddedBytes: manifest.paddedBytes };
    const results = await Promise.all(unopened.map((ballot) => openOne(ballot, manifest, defined(manifestRow, "manifest").hash, open)));
    await sql`
      insert into log.openings (poll_id, index, salt, ballot, invalid)
      select ${pollId}, * from unnest(${results.map(({ index }) => index)}::bigint[], ${byteArrays(results.map(({ salt }) => salt))},
        ${byteArrays(results.map(({ vote }) => vote))}, ${results.map(({ invalid }) => invalid)}::text[])
      on conflict do nothing`;
  }
  return ok({ next: ballots.length < most ? null : (ballots.at(-1)?.voterKey.toString("base64url") ?? null), ballots: ballots.length });
}

interface Opening {
  readonly index: string;
  readonly salt: Buffer | null;
  readonly vote: Buffer | null;
  /** Why it does not count. */
  readonly invalid: string | null;
}

async function openOne({ index, leaf, content }: SealedBallot, manifest: Manifest, manifestHash: Buffer, open: Parameters<typeof openSealed>[1]): Promise<Opening> {
  const read = JSON.parse(leaf.toString("utf8")) as unknown;
  if (!isBallotLeaf(read)) throw new Error("A leaf of the log is no ballot");
  const sealedFor = { manifestHash, key: Buffer.from(read.key, "base64url"), version: read.version, commitment: Buffer.from(read.commitment, "hex") };
  const opened = await openSealed(content, open, sealedFor, opensslCurves, opensslPrimitives);
  if (typeof opened === "string") return { index, salt: null, vote: null, invalid: opened };
  const vote = readVote(manifest, opened.vote);
  // What was written stands in the log in any case: whoever recounts must come to the same reason.
  if ("faults" in vote) return { index, salt: Buffer.from(opened.salt), vote: Buffer.from(opened.vote), invalid: vote.faults[0] ?? "not-canonical" };
  return { index, salt: Buffer.from(opened.salt), vote: Buffer.from(opened.vote), invalid: null };
}
