import { asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { pollManifests } from "#db/schema/voting/public-log.ts";
import { pollDownloads, pollLots } from "#db/schema/voting/results.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { readManifest } from "#domain/voting/ballot-box/manifest.ts";
import { resultsText, type Counted, type PollCount } from "#domain/voting/ballot-box/results-file.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { isOfficeSheet, type OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { askForLeaves } from "#features/voting/polls/ask-for-leaf.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";

/**
 * Asks the box for the last leaves of a poll's log: how many ballots were given out, the lots as they were drawn, and the hash of the
 * result. Keeps results.json for the bundle. Part of the transaction that declares.
 */
export async function logResult(tx: Transaction, scope: AnyScope, pollId: string, sheet: CountSheet | OfficeSheet): Promise<void> {
  const [leaf0] = await tx.select().from(pollManifests).where(eq(pollManifests.pollId, pollId));
  const manifest = leaf0 && readManifest(leaf0.leaf.toString("utf8"));
  if (!leaf0 || !manifest) return;
  const results = resultsText(manifest, leaf0.hash, await countedOf(tx, pollId), asCounted(sheet));
  const draws = await tx.select({ lots: pollLots.lotOrder }).from(pollLots).where(eq(pollLots.pollId, pollId)).orderBy(asc(pollLots.drawnAt));
  await askForLeaves(tx, pollId, [
    { kind: "counts", body: { issued: await issuedOf(tx, pollId) } },
    ...draws.map(({ lots }) => ({ kind: "seed" as const, body: { lots } })),
    { kind: "result", body: { results: sha256(results).toString("hex") } },
  ]);
  await tx
    .insert(pollDownloads)
    .values({ pollId, councilId: scope.council.id, name: "results.json", contentType: "application/json; charset=utf-8", content: Buffer.from(results), sha256: sha256(results), madeAt: now() });
}

function asCounted(sheet: CountSheet | OfficeSheet): PollCount {
  if (!isOfficeSheet(sheet)) return { kind: "budget", sheet };
  const { ballots, lots, outcome } = sheet;
  return { kind: "election", ballots, lots, outcome };
}

async function issuedOf(tx: Transaction, pollId: string): Promise<Record<(typeof rollMarks.$inferSelect)["channel"], number>> {
  const rows = await tx
    .select({ channel: rollMarks.channel, marks: sql<string>`count(*)` })
    .from(rollMarks)
    .where(eq(rollMarks.pollId, pollId))
    .groupBy(rollMarks.channel);
  const marks = new Map(rows.map((row) => [row.channel, Number(row.marks)]));
  return { online: marks.get("online") ?? 0, assisted: marks.get("assisted") ?? 0, paper: marks.get("paper") ?? 0, telephone: marks.get("telephone") ?? 0 };
}

async function countedOf(tx: Transaction, pollId: string): Promise<Counted> {
  // A leaf is canonical JSON, so its class stands in it in one way only.
  const [row] = await tx.execute<{ valid: string; assisted: string; refused: string; paper: string }>(sql`
    select count(*) filter (where o.invalid is null) as valid,
      count(*) filter (where o.invalid is null and position('"class":"assisted"'::bytea in l.bytes) > 0) as assisted,
      count(*) filter (where o.invalid is not null) as refused,
      (select count(*) from paper_ballots where poll_id = ${pollId}) as paper
    from log.openings o join log.leaves l on l.poll_id = o.poll_id and l.index = o.index where o.poll_id = ${pollId}`);
  const { valid = 0, assisted = 0, refused = 0, paper = 0 } = row ?? {};
  return { online: Number(valid) - Number(assisted), assisted: Number(assisted), paper: Number(paper), telephone: 0, refused: Number(refused) };
}
