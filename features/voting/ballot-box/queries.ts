import { z } from "zod";
import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { startsOfTrackingCode, trackingCodeOfLeaf } from "#domain/voting/ballot-box/receipt.ts";
import { askProgram } from "#platform/programs/ask-program.ts";
import { ShortMemory } from "#platform/short-memory.ts";

/** What the public log says of one ballot. */
export interface LogEntry {
  readonly pollId: string;
  readonly tracking: string;
  readonly version: number;
  /** The version that counts; higher than `version` where the ballot was changed since. */
  readonly lastVersion: number;
}

const aReceipt = z.object({ tracking: z.string(), version: z.int(), lastVersion: z.int() });

/** The ballot with this tracking code in one of these polls of the council, in the log or still waiting to be sealed, or null. */
export async function findByTrackingCode(scope: AnyScope, pollIds: readonly string[], code: string): Promise<LogEntry | null> {
  const own = await ownPolls(scope, pollIds);
  const inLog = await findInLog(own, code);
  if (inLog) return inLog;
  for (const pollId of own) {
    const { status, body } = await askProgram("box", `/box/polls/${pollId}/receipt`, { code });
    if (status === 200) return { pollId, ...aReceipt.parse(body) };
  }
  return null;
}

async function findInLog(pollIds: readonly string[], code: string): Promise<LogEntry | null> {
  const starts = startsOfTrackingCode(code);
  const filled = (start: Uint8Array, rest: number) => Buffer.concat([start.subarray(0, 7), Buffer.of((start[7] ?? 0) | (rest & 15)), Buffer.alloc(24, rest)]);
  const [row] = await rawClient()<Row[]>`
    select l.poll_id as "pollId", l.hash, l.version, (select max(version) from log.leaves where poll_id = l.poll_id and voter_key = l.voter_key) as "lastVersion"
    from unnest(${byteArrays(starts.map((start) => filled(start, 0)))}, ${byteArrays(starts.map((start) => filled(start, 255)))}) as range (least, most)
    cross join unnest(${[...pollIds]}::uuid[]) as poll (id)
    join log.leaves l on l.poll_id = poll.id and l.hash between range.least and range.most and l.kind = 'ballot'
    limit 1`;
  return row ? entryOf(row) : null;
}

interface Row {
  readonly pollId: string;
  readonly hash: Buffer;
  readonly version: number;
  readonly lastVersion: number;
}

const entryOf = ({ hash, ...row }: Row): LogEntry => ({ ...row, tracking: trackingCodeOfLeaf(hash) });

async function ownPolls(scope: AnyScope, pollIds: readonly string[]): Promise<readonly string[]> {
  const rows = await rawClient()<{ id: string }[]>`select id from polls where council_id = ${scope.council.id} and id = any (${[...pollIds]}::uuid[]) and state <> 'draft'`;
  return rows.map(({ id }) => id);
}

/** How many ballots of a poll are in the box. */
export interface LogOfPoll {
  readonly pollId: string;
  /** Ballots that count: one for each key, sealed into the log or waiting for it. */
  readonly ballots: number;
  /** Ballots that were replaced by a later version. */
  readonly replaced: number;
  /** Of all these, how many are not in the log yet. */
  readonly waiting: number;
}

// Counting a large vote takes a while, and many look on the last evening.
const counted = new ShortMemory<readonly LogOfPoll[]>({ seconds: 5 });
const numbers = z.object({ ballots: z.int(), replaced: z.int(), waiting: z.int() });

/** The numbers of the box for each of these polls of the council, at most five seconds old. */
export function countLog(scope: AnyScope, pollIds: readonly string[]): Promise<readonly LogOfPoll[]> {
  return counted.get(`${scope.council.id}/${pollIds.join()}`, async () =>
    Promise.all(
      (await ownPolls(scope, pollIds)).map(async (pollId) => {
        const { status, body } = await askProgram("box", "/numbers", { poll: pollId });
        if (status !== 200) throw new Error(`The box does not know poll ${pollId}`);
        return { pollId, ...numbers.parse(body) };
      }),
    ),
  );
}

/** One page of the log: ballots in its own order, which chance gave them. */
export async function listTrackingCodes(scope: AnyScope, pollIds: readonly string[], page: number, perPage: number): Promise<readonly LogEntry[]> {
  const rows = await rawClient()<Row[]>`
    select l.poll_id as "pollId", l.hash, l.version, (select max(version) from log.leaves where poll_id = l.poll_id and voter_key = l.voter_key) as "lastVersion"
    from log.leaves l join polls on polls.id = l.poll_id
    where polls.council_id = ${scope.council.id} and l.poll_id = any (${[...pollIds]}::uuid[]) and l.kind = 'ballot'
    order by l.poll_id, l.index limit ${perPage} offset ${(page - 1) * perPage}`;
  return rows.map(entryOf);
}

/** Rules fingerprint of each of these polls of the council, in hex: the hash of leaf 0 of its log. Drafts have none. */
export async function listFingerprints(scope: AnyScope, pollIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rawClient()<{ pollId: string; hash: string }[]>`
    select polls.id as "pollId", encode(manifest.hash, 'hex') as hash
    from polls join poll_manifests manifest on manifest.poll_id = polls.id
    where polls.council_id = ${scope.council.id} and polls.id = any (${[...pollIds]}::uuid[])`;
  return new Map(rows.map(({ pollId, hash }) => [pollId, hash]));
}
