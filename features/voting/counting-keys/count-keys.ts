import { combine, split } from "shamir-secret-sharing";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { openSealed, sealVote, commitmentOf } from "#domain/voting/ballot-box/seal.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import type { KeyHolding } from "#domain/voting/poll.ts";
import { sealFor, unsealFor } from "#platform/keys.ts";
import { randomKey } from "#platform/random.ts";

const PURPOSE = "count-key";
const [PEOPLE, ENOUGH] = [3, 2];

/** How a poll's count key stands. The public half seals every vote; the other half opens them after the close. */
export interface CountKey {
  readonly publicKey: Buffer;
  readonly held: KeyHolding;
  /** Two of the three people have opened a test ballot with their shares. A key in the store needs no drill. */
  readonly drilled: boolean;
  /** Shares that were given for the count, since this program began. */
  readonly sharesGiven: number;
}

/** Shares given by people for the count, and the secret made of them: in memory only, gone when the program ends. */
const given = new Map<string, { readonly shares: Uint8Array[]; secret: Buffer | null }>();

/** A poll's count key, or null before it is made. */
export async function findCountKey(pollId: string): Promise<CountKey | null> {
  const [row] = await rawClient()<{ publicKey: Buffer; held: KeyHolding; drilled: boolean }[]>`
    select k.public_key as "publicKey", k.held, k.held = 'store' or d.poll_id is not null as drilled
    from counter.count_keys k left join counter.drills d on d.poll_id = k.poll_id where k.poll_id = ${pollId}`;
  return row ? { ...row, sharesGiven: given.get(pollId)?.shares.length ?? 0 } : null;
}

/**
 * Makes the count key of a poll, the first time it is asked for. A key held by people is split into three shares, of which two are
 * enough: they are answered here, once, and kept nowhere. Asked for anew before the drill, other shares are made.
 */
export async function makeCountKey(pollId: string, held: KeyHolding, anew = false): Promise<{ readonly key: CountKey; readonly shares: readonly Uint8Array[] }> {
  const kept = await findCountKey(pollId);
  if (kept?.held === held && !(anew && held === "shares" && !kept.drilled)) return { key: kept, shares: [] };
  const sql = rawClient();
  // The database refuses to give up a key that a manifest names.
  if (kept) await sql`delete from counter.count_keys where poll_id = ${pollId}`;
  const secret = randomKey(32);
  const publicKey = Buffer.from(await webCurves.x25519Key(secret));
  const rows = await sql`
    insert into counter.count_keys (poll_id, public_key, held, sealed_key)
    values (${pollId}, ${publicKey}, ${held}, ${held === "store" ? sealFor("COUNTER", PURPOSE, secret) : null}) on conflict do nothing returning 1`;
  // Another was quicker: its key stands, and its shares are with whoever asked.
  const shares = held === "shares" && rows.length === 1 ? await split(secret, PEOPLE, ENOUGH) : [];
  return { key: defined(await findCountKey(pollId), "count key"), shares };
}

export type ShareFault = "wrong-shares" | "no-key";

/** The drill: two shares must open a ballot that was sealed for it, before anybody votes. The shares are forgotten at once. */
export async function drillCountKey(pollId: string, shares: readonly Uint8Array[]): Promise<Result<void, ShareFault>> {
  const key = await findCountKey(pollId);
  if (key?.held !== "shares") return err("no-key");
  const secret = await secretFrom(shares);
  if (secret === null || !(await opensTestBallot(key.publicKey, secret))) return err("wrong-shares");
  await rawClient()`insert into counter.drills (poll_id) values (${pollId}) on conflict do nothing`;
  return ok();
}

/** Takes one share for the count. Two that belong together open the ballots; a wrong one is told and forgotten. */
export async function giveShare(pollId: string, share: Uint8Array): Promise<Result<{ readonly sharesGiven: number }, ShareFault>> {
  const key = await findCountKey(pollId);
  if (key?.held !== "shares") return err("no-key");
  const held = given.get(pollId) ?? { shares: [], secret: null };
  if (held.secret !== null || held.shares.some((one) => Buffer.from(one).equals(share))) return ok({ sharesGiven: held.shares.length });
  const shares = [...held.shares, share];
  if (shares.length < ENOUGH) {
    given.set(pollId, { shares, secret: null });
    return ok({ sharesGiven: shares.length });
  }
  const secret = await secretFrom(shares);
  if (secret === null || !(await opensTestBallot(key.publicKey, secret))) {
    // Which of the two is wrong nobody can tell: both are asked for again.
    given.delete(pollId);
    return err("wrong-shares");
  }
  given.set(pollId, { shares, secret });
  return ok({ sharesGiven: shares.length });
}

/** The secret half: out of the store, or of the shares given. Null while shares are wanting. */
export async function countSecret(pollId: string): Promise<Buffer | null> {
  const [row] = await rawClient()<{ sealed: Buffer | null }[]>`select sealed_key as sealed from counter.count_keys where poll_id = ${pollId}`;
  if (row?.sealed) return unsealFor("COUNTER", PURPOSE, row.sealed);
  return given.get(pollId)?.secret ?? null;
}

async function secretFrom(shares: readonly Uint8Array[]): Promise<Buffer | null> {
  try {
    return Buffer.from(await combine(shares.map((share) => new Uint8Array(share))));
  } catch {
    return null;
  }
}

async function opensTestBallot(countKey: Buffer, secret: Buffer): Promise<boolean> {
  if (secret.length !== 32) return false;
  const [salt, vote, paddedBytes] = [randomKey(32), Buffer.from('{"choices":[1]}'), 128];
  const ballot = { manifestHash: randomKey(32), key: randomKey(32), version: 1, commitment: await commitmentOf(salt, vote) };
  const sealed = await sealVote({ salt, vote, paddedBytes, countKey, secret: randomKey(32) }, ballot, webCurves);
  const opened = await openSealed(sealed, { countSecret: secret, countKey, paddedBytes }, ballot, webCurves);
  return typeof opened !== "string" && Buffer.from(opened.vote).equals(vote);
}
