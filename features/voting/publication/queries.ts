import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { database, rawClient } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollManifests } from "#db/schema/voting/public-log.ts";
import { pollDownloads } from "#db/schema/voting/results.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { fromBase64url, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import { verifierKey } from "#domain/voting/ballot-box/checkpoint.ts";
import { readManifest } from "#domain/voting/ballot-box/manifest.ts";
import { votesFileOf } from "#domain/voting/ballot-box/results-file.ts";
import { packBundle, type StreamedLines } from "#domain/voting/ballot-box/pack-bundle.ts";
import { openingLine, type StoredOpening } from "#features/voting/ballot-box/opening-line.ts";

const BATCH = 2_000;

/**
 * Everything published of a declared poll as one packed file, made while it is read: docs/ballot-box.md, section 11. Null until the box
 * has written the result to the log, and for another council's poll.
 */
export async function findBundle(scope: AnyScope, pollId: string): Promise<ReadableStream<Uint8Array> | null> {
  const [poll] = await database()
    .select({ leaf: pollManifests.leaf, hash: pollManifests.hash })
    .from(polls)
    .innerJoin(pollManifests, eq(pollManifests.pollId, polls.id))
    .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId), eq(polls.state, "declared")));
  const manifest = poll && readManifest(poll.leaf.toString("utf8"));
  if (!poll || !manifest) return null;
  const [log] = await rawClient()<{ leaves: string; bytes: string }[]>`
    select count(*) as leaves, sum(octet_length(bytes) + 1) as bytes from log.leaves where poll_id = ${pollId} and index <= (select max(index) from log.leaves where poll_id = ${pollId} and kind = 'result')`;
  const kept = await database().select({ name: pollDownloads.name, content: pollDownloads.content }).from(pollDownloads).where(eq(pollDownloads.pollId, pollId));
  const file = (name: string): Buffer | null => kept.find((each) => each.name === name)?.content ?? null;
  const results = file("results.json");
  const leaves = Number(log?.leaves ?? 0);
  if (leaves === 0 || results === null) return null;
  const notes = await rawClient()<{ note: string }[]>`select note from log.checkpoints where poll_id = ${pollId} and size <= ${leaves} order by size`;
  const name = votesFileOf(manifest);
  const votes = name && file(name);
  // Ballots of some forms fit no file of votes; then the result itself says whether there were enough to show any.
  const openingsOut = name === null ? !("totals" in (JSON.parse(results.toString("utf8")) as object)) : votes !== null;
  const tar = packBundle({
    facts: {
      manifest,
      manifestHash: poll.hash,
      logKey: await verifierKey(manifest.origin, fromBase64url(manifest.logKey) ?? new Uint8Array(32)),
      leaves,
      checkpoints: notes.length,
      openings: openingsOut ? "published" : "withheld",
      votes: votes === null ? null : name,
    },
    leaves: { bytes: Number(log?.bytes ?? 0), lines: leafLines(pollId, leaves) },
    openings: openingsOut ? await openings(pollId) : null,
    checkpoints: notes.map(({ note }) => note),
    results: results.toString("utf8"),
    votes,
  });
  return Readable.toWeb(Readable.from(tar).pipe(createGzip())) as ReadableStream<Uint8Array>;
}

async function* leafLines(pollId: string, leaves: number): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < leaves; from += BATCH) {
    const rows = await rawClient()<{ bytes: Buffer }[]>`select bytes from log.leaves where poll_id = ${pollId} and index >= ${from} and index < ${Math.min(from + BATCH, leaves)} order by index`;
    yield rows.map(({ bytes }) => bytes.toString("utf8"));
  }
}

/** Read twice: once for their length, which an archive names before the content. */
async function openings(pollId: string): Promise<StreamedLines> {
  let bytes = 0;
  for await (const lines of openingLines(pollId)) for (const line of lines) bytes += utf8(line).length + 1;
  return { bytes, lines: openingLines(pollId) };
}

/** In the order of their salts, which follow from nothing. */
async function* openingLines(pollId: string): AsyncGenerator<readonly string[]> {
  const rows = rawClient()<StoredOpening[]>`select index, salt, ballot, invalid from log.openings where poll_id = ${pollId} order by salt, index`.cursor(BATCH);
  for await (const batch of rows) yield batch.map(openingLine);
}
