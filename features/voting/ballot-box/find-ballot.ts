import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { startsOfTrackingCode } from "#domain/voting/ballot-box/receipt.ts";

/** A ballot in the box: sealed into the log already, or waiting for enough others. */
export interface FoundBallot {
  readonly voterKey: Buffer;
  readonly version: number;
  readonly leafHash: Buffer;
  /** Its place in the log; null while it waits. */
  readonly index: number | null;
  /** Bytes of its leaf. */
  readonly leaf: Buffer;
}

type Row = Omit<FoundBallot, "index"> & { readonly index: string | null };

const read = (row: Row | undefined): FoundBallot | null => (row ? { ...row, index: row.index === null ? null : Number(row.index) } : null);

/** The last version of the ballot that a voter's key holds in a poll, or null. */
export async function findBallotOfKey(pollId: string, key: Uint8Array): Promise<FoundBallot | null> {
  const [row] = await rawClient()<Row[]>`
    select voter_key as "voterKey", version, leaf_hash as "leafHash", null::bigint as index, leaf from box.waiting where poll_id = ${pollId} and voter_key = ${Buffer.from(key)}
    union all
    select voter_key, version, hash, index, bytes from log.leaves where poll_id = ${pollId} and voter_key = ${Buffer.from(key)}
    order by version desc limit 1`;
  return read(row);
}

/** The ballot whose leaf hash lies in one of these ranges, with the last version of its key, or null. */
async function findInRanges(pollId: string, from: readonly Buffer[], to: readonly Buffer[]): Promise<(FoundBallot & { readonly lastVersion: number }) | null> {
  const sql = rawClient();
  const [row] = await sql<Row[]>`
    with ranges as (select * from unnest(${byteArrays(from)}, ${byteArrays(to)}) as r (least, most))
    select voter_key as "voterKey", version, leaf_hash as "leafHash", null::bigint as index, leaf
    from box.waiting w join ranges on w.leaf_hash between least and most where w.poll_id = ${pollId}
    union all
    select voter_key, version, hash, index, bytes
    from ranges join log.leaves l on l.poll_id = ${pollId} and l.hash between least and most where l.kind = 'ballot'
    limit 1`;
  const found = read(row);
  if (!found) return null;
  const last = await findBallotOfKey(pollId, found.voterKey);
  return { ...found, lastVersion: last?.version ?? found.version };
}

/** The ballot with this leaf hash, or null. */
export const findBallotByHash = (pollId: string, hash: Uint8Array) => findInRanges(pollId, [Buffer.from(hash)], [Buffer.from(hash)]);

/** The ballot with this tracking code, or null. */
export function findBallotByCode(pollId: string, code: string) {
  const starts = startsOfTrackingCode(code);
  const filled = (start: Uint8Array, rest: number) => Buffer.concat([start.subarray(0, 7), Buffer.of((start[7] ?? 0) | (rest & 15)), Buffer.alloc(24, rest)]);
  return findInRanges(pollId, starts.map((start) => filled(start, 0)), starts.map((start) => filled(start, 255)));
}
