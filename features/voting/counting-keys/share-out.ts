import { combine, split } from "shamir-secret-sharing";
import { defined } from "#domain/basics/assert.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { ENOUGH_HOLDERS, KEY_HOLDERS, openShare, sealShare } from "#domain/voting/ballot-box/key-shares.ts";
import { randomKey } from "#platform/random.ts";

/** X25519 secrets by number of the holder. */
export type HolderSecrets = ReadonlyMap<number, Uint8Array>;

/** Which key is shared out. */
interface SharedKey {
  readonly pollId: string;
  readonly countKey: Uint8Array;
}

/** Splits a secret among the holders, each share sealed to the public half of a code. */
export async function shareOut(secret: Uint8Array, what: SharedKey, holderKeys: readonly Uint8Array[]): Promise<readonly Buffer[]> {
  const shares = await split(new Uint8Array(secret), KEY_HOLDERS.length, ENOUGH_HOLDERS);
  return Promise.all(
    shares.map(async (share, at) => {
      const holderKey = defined(holderKeys[at], "key of a holder");
      return Buffer.from(await sealShare(share, { holderKey, salt: randomKey(32), secret: randomKey(32) }, { ...what, holder: at + 1 }, webCurves));
    }),
  );
}

/** The secret half out of the sealed shares and the secrets of two holders. Throws where they do not belong together. */
export async function joinShares(sealed: ReadonlyMap<number, Uint8Array>, secrets: HolderSecrets, what: SharedKey): Promise<Buffer> {
  const opened = await Promise.all(
    [...secrets].slice(0, ENOUGH_HOLDERS).map(([holder, secret]) => openShare(defined(sealed.get(holder), "share of a holder"), secret, { ...what, holder }, webCurves)),
  );
  const secret = Buffer.from(await combine(opened.map((share) => defined(share, "share that its holder opens"))));
  const made = await webCurves.x25519Key(secret);
  if (!Buffer.from(made).equals(Buffer.from(what.countKey))) throw new Error(`The shares of poll ${what.pollId} do not make its key`);
  return secret;
}

/**
 * The drill: a key of its own is split among the holders, and two of their codes must bring it back as they will after the vote.
 * True where they did.
 */
export async function rehearse(circleId: string, holderKeys: readonly Uint8Array[], secrets: HolderSecrets): Promise<boolean> {
  const secret = randomKey(32);
  const what = { pollId: circleId, countKey: Buffer.from(await webCurves.x25519Key(secret)) };
  const sealed = await shareOut(secret, what, holderKeys);
  const joined = await joinShares(new Map(sealed.map((share, at) => [at + 1, share])), secrets, what);
  return joined.equals(secret);
}
