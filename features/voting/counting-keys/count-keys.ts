import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { ENOUGH_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import type { KeyHolding } from "#domain/voting/poll.ts";
import { sealFor, unsealFor } from "#platform/keys.ts";
import { randomKey } from "#platform/random.ts";
import { readCircle, secretsAtHand } from "./read-circle.ts";
import { joinShares, shareOut } from "./share-out.ts";

const PURPOSE = "count-key";

/** How a poll's count key stands. The public half seals every vote; the other half opens them after the close. */
export interface CountKey {
  readonly publicKey: Buffer;
  readonly held: KeyHolding;
  /** The people who hold its shares; null for a key in the store. */
  readonly circleId: string | null;
}

/** A poll's count key, or null before it is made. */
export async function findCountKey(pollId: string): Promise<CountKey | null> {
  const [row] = await rawClient()<CountKey[]>`
    select public_key as "publicKey", held, circle_id as "circleId" from counter.count_keys where poll_id = ${pollId}`;
  return row ?? null;
}

/**
 * Makes the count key of a poll, the first time it is asked for. For a circle of people it is split into three shares of which two
 * are enough, each sealed to its holder's code: whole it is kept nowhere. Refused until the circle has shown that it can open a ballot.
 */
export async function makeCountKey(pollId: string, circleId: string | null): Promise<Result<CountKey, "not-drilled">> {
  const kept = await findCountKey(pollId);
  const circle = circleId === null ? null : await readCircle(circleId);
  if (circle !== null && !circle.drilled) return err("not-drilled");
  if (kept?.circleId === circleId) return ok(kept);
  const sql = rawClient();
  // The database refuses to give up a key that a manifest names.
  if (kept) await sql`delete from counter.count_keys where poll_id = ${pollId}`;
  const secret = randomKey(32);
  const publicKey = Buffer.from(await webCurves.x25519Key(secret));
  if (circle === null || circleId === null) {
    await sql`
      insert into counter.count_keys (poll_id, public_key, held, sealed_key) values (${pollId}, ${publicKey}, 'store', ${sealFor("COUNTER", PURPOSE, secret)})
      on conflict do nothing`;
  } else {
    const sealed = await shareOut(secret, { pollId, countKey: publicKey }, circle.holders.map(({ publicKey: key }) => key));
    await sql.begin(async (tx) => {
      const rows = await tx`insert into counter.count_keys (poll_id, public_key, held, circle_id) values (${pollId}, ${publicKey}, 'shares', ${circleId}) on conflict do nothing returning 1`;
      // Another was quicker: its key stands with its shares.
      if (rows.length === 1) for (const [at, share] of sealed.entries()) await tx`insert into counter.key_shares (poll_id, holder, sealed) values (${pollId}, ${at + 1}, ${share})`;
    });
  }
  return ok(defined(await findCountKey(pollId), "count key"));
}

/** The secret half of a poll's key: out of the store, or of two codes that are at hand. Null while codes are wanting. */
export async function countSecret(pollId: string): Promise<Buffer | null> {
  const [row] = await rawClient()<{ sealed: Buffer | null; publicKey: Buffer; circleId: string | null }[]>`
    select sealed_key as sealed, public_key as "publicKey", circle_id as "circleId" from counter.count_keys where poll_id = ${pollId}`;
  if (!row) return null;
  if (row.sealed) return unsealFor("COUNTER", PURPOSE, row.sealed);
  const secrets = row.circleId === null ? null : secretsAtHand(row.circleId);
  if (!secrets || secrets.size < ENOUGH_HOLDERS) return null;
  const shares = await rawClient()<{ holder: number; sealed: Buffer }[]>`select holder, sealed from counter.key_shares where poll_id = ${pollId}`;
  return joinShares(new Map(shares.map(({ holder, sealed }) => [holder, sealed])), secrets, { pollId, countKey: row.publicKey });
}
