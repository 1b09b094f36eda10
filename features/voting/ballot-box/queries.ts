import { z } from "zod";
import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { fromBase64url, fromHex } from "#domain/voting/ballot-box/bytes.ts";
import { isPromised } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { readManifest } from "#domain/voting/ballot-box/manifest.ts";
import { readReceipt } from "#domain/voting/ballot-box/receipt-file.ts";
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

/** What the box says of one receipt, with the proof that it is in the log. */
export interface ProvedReceipt extends LogEntry {
  /** Leaf hash, in hex. */
  readonly leaf: string;
  /** Its place in the log; null while it waits for enough others to be sealed with. */
  readonly index: number | null;
  /** C2SP tlog-proof, and how large the log is that it is of. */
  readonly proof: string | null;
  readonly size: number | null;
}

const aProvedReceipt = z.object({ leaf: z.string(), tracking: z.string(), version: z.int(), lastVersion: z.int(), index: z.int().nullable(), proof: z.string().nullable(), size: z.int().nullable() });

/** The ballot with this tracking code or leaf hash in one of these polls of the council, or null. */
export async function findReceipt(scope: AnyScope, pollIds: readonly string[], wanted: { readonly code: string } | { readonly leaf: string }): Promise<ProvedReceipt | null> {
  for (const pollId of await ownPolls(scope, pollIds)) {
    const { status, body } = await askProgram("box", `/box/polls/${pollId}/receipt`, wanted);
    if (status === 200) return { pollId, ...aProvedReceipt.parse(body) };
  }
  return null;
}

/**
 * What the box says of the ballot in a receipt's file, or why the file is none for these polls. `broken`: the file holds the box's own
 * signature for a ballot that is not there.
 */
export async function findPromised(scope: AnyScope, pollIds: readonly string[], text: string): Promise<{ readonly code: string; readonly found: ProvedReceipt | null; readonly broken: boolean } | "file-wrong" | "file-other"> {
  const receipt = readReceipt(text);
  const hash = receipt && fromHex(receipt.leaf, 32);
  if (!receipt || !hash) return "file-wrong";
  if (!pollIds.includes(receipt.poll)) return "file-other";
  const code = trackingCodeOfLeaf(hash);
  const found = await findReceipt(scope, [receipt.poll], { leaf: receipt.leaf });
  if (found) return { code, found, broken: false };
  const [row] = await rawClient()<{ leaf: Buffer }[]>`select leaf from poll_manifests where poll_id = ${receipt.poll}`;
  const logKey = fromBase64url(readManifest(row?.leaf.toString("utf8") ?? "null")?.logKey ?? "", 32);
  return { code, found, broken: logKey !== null && (await isPromised(receipt, receipt, hash, logKey, webCurves)) };
}

/** One signed state of the log. */
export interface LogState {
  readonly size: number;
  /** Root of the tree, in hex. */
  readonly root: string;
}

export interface LogGrowth {
  readonly states: readonly LogState[];
  /** The newest signed note; null before leaf 0 is written. */
  readonly checkpoint: string | null;
  /** Rules fingerprint, in hex. */
  readonly manifest: string;
  /** How many of each kind of line are in the log. */
  readonly kinds: readonly { readonly kind: string; readonly lines: number }[];
  readonly openings: number;
}

/** How the log of a poll of the council has grown; null before it has one. */
export async function readLogGrowth(scope: AnyScope, pollId: string): Promise<LogGrowth | null> {
  const [own] = await ownPolls(scope, [pollId]);
  if (own === undefined) return null;
  const sql = rawClient();
  const [manifest] = await sql<{ hash: string }[]>`select encode(hash, 'hex') as hash from poll_manifests where poll_id = ${own}`;
  if (manifest === undefined) return null;
  const [states, kinds, [opened]] = await Promise.all([
    sql<{ size: string; root: string; note: string }[]>`select size, encode(root, 'hex') as root, note from log.checkpoints where poll_id = ${own} order by size`,
    sql<{ kind: string; lines: string }[]>`select kind, count(*) as lines from log.leaves where poll_id = ${own} group by kind order by min(index)`,
    sql<{ openings: string }[]>`select count(*) as openings from log.openings where poll_id = ${own}`,
  ]);
  return {
    states: states.map(({ size, root }) => ({ size: Number(size), root })),
    checkpoint: states.at(-1)?.note ?? null,
    manifest: manifest.hash,
    kinds: kinds.map(({ kind, lines }) => ({ kind, lines: Number(lines) })),
    openings: Number(opened?.openings ?? 0),
  };
}
