import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { readRsaKey } from "#domain/voting/ballot-box/blind-signature.ts";
import { base64url, fromBase64url, fromHex, hex } from "#domain/voting/ballot-box/bytes.ts";
import { castText, fillBallot, isPromised, type CastAnswer } from "#domain/voting/ballot-box/cast-ballot.ts";
import type { Curves } from "#domain/voting/ballot-box/curves.ts";
import type { Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { trackingCodeOfLeaf } from "#domain/voting/ballot-box/receipt.ts";
import { finishToken, requestToken } from "#domain/voting/ballot-box/token.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { askAgain, refusalOf } from "./ask.ts";
import { findCurves } from "./curves.ts";
import { change, forgetAfterClose, keepOrMake, listKept, noteClose, type KeptBallot, type KeptReceipt } from "./keep.ts";
import { fetchManifest, type VotePlace } from "./place.ts";

/** A vote whose ballot this device can fill in, seal and cast by itself. */
export interface Held {
  readonly place: VotePlace;
  readonly manifest: Manifest;
  readonly curves: Curves;
  readonly kept: KeptBallot;
}

/** Why a device holds no ballot. `cannot`: this browser is not able to, or what it was given does not fit together. */
export type NotHeld = "cannot" | "unreachable" | "no-pass" | "already-issued" | "not-open" | "closed";

/** Whether a browser has what it takes, before anything is asked. */
export const isAble = (): boolean => typeof indexedDB !== "undefined" && typeof crypto !== "undefined" && "subtle" in crypto && typeof BigInt === "function";

/**
 * Makes the voter's key, keeps it on the device, and only then has it signed, blindly, by the issuer. The key of an earlier visit is used
 * again: the same key asks with the same bytes and gets the same answer.
 */
export async function holdBallot(place: VotePlace): Promise<Held | NotHeld> {
  await noteClose(place.poll, place.closesAt);
  await forgetAfterClose(Date.now());
  const [manifest, curves] = await Promise.all([fetchManifest(place).catch(() => "unreachable" as const), findCurves(place.curves)]);
  if (manifest === "unreachable") return manifest;
  if (manifest === null) return "cannot";
  const kept = await keyFor(place);
  if (kept === null) return place.voter === "" ? "no-pass" : "already-issued";
  if (kept.token !== null) return { place, manifest, curves, kept };
  const withToken = await askForToken({ place, manifest, curves, kept });
  return typeof withToken === "string" ? withToken : { place, manifest, curves, kept: withToken };
}

/**
 * The key of this voter on this device. Whoever has no mark on the roll gets a key of their own, even where somebody else voted here
 * before. Whoever has one, and no key here, may have brought theirs from another device.
 */
async function keyFor({ poll, voter, manifest, closesAt, issued }: VotePlace): Promise<KeptBallot | null> {
  const held = (await listKept(poll)).filter(({ key, manifest: of }) => key !== null && of === manifest);
  const own = held.find((kept) => kept.voter === voter) ?? (issued || voter === "" ? held.find((kept) => kept.voter === "") : undefined);
  if (own) return own;
  if (voter === "" || issued) return null;
  return keepOrMake(poll, voter, () => ({
    poll,
    voter,
    key: makeBallotKey(crypto.getRandomValues(new Uint8Array(32))),
    manifest,
    closesAt,
    token: null,
    version: 0,
    receipts: [],
    draft: null,
    pending: null,
  }));
}

async function askForToken({ place, manifest, curves, kept }: Held): Promise<KeptBallot | NotHeld> {
  const hash = fromHex(place.manifest, 32);
  const style = manifest.styles.find(({ name }) => name === place.style);
  const issuer = style ? await readRsaKey(fromBase64url(style.key) ?? new Uint8Array()) : null;
  if (hash === null || issuer === null || kept.key === null) return "cannot";
  const request = await requestToken(kept.key, hash, place.style, issuer, curves);
  const answer = await askAgain({ address: place.issuer, credentials: "same-origin", text: JSON.stringify({ poll: place.poll, style: place.style, blinded: base64url(request.blinded) }) });
  if (answer === "unreachable") return "unreachable";
  if (answer.status !== 200) {
    const refusal = refusalOf(answer);
    return refusal === "no-pass" || refusal === "already-issued" || refusal === "not-open" || refusal === "closed" ? refusal : refusal === "unavailable" ? "unreachable" : "cannot";
  }
  const token = finishToken(request, fromBase64url(String(answer.body["signature"])) ?? new Uint8Array());
  if (token === null) return "cannot";
  const written = { prefix: base64url(token.prefix), signature: base64url(token.signature) };
  return (await change(kept.poll, kept.voter, (now) => ({ ...now, token: now.token ?? written }))) ?? "cannot";
}

/** What came of casting. `unanswered`: nobody knows yet; the same will be sent again. `unproved`: the box's answer does not prove that it has the ballot. */
export type CastOutcome = { readonly receipt: KeptReceipt } | "unanswered" | "unproved" | "closed" | "not-open" | "too-many-changes" | "refused";

/** The box says of a ballot that another tab or device has cast meanwhile. */
const MOST_TRIES = 3;

/**
 * Seals and casts a vote under the next version, after noting on the device that it does. Only an answer whose promise carries the
 * signature of the log's key from leaf 0 counts as cast. A vote cast before and not yet answered goes first, in the same bytes: no
 * version is ever sealed twice with different votes.
 */
export function cast(held: Held, vote: Vote): Promise<CastOutcome> {
  return oneTabAtATime(held, async () => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const noted = await change(held.place.poll, held.kept.voter, (now) => ({ ...now, pending: now.pending ?? { version: now.version + 1, vote } }));
      const own = sameVote(noted?.pending?.vote, vote);
      const outcome = await sendPending(held);
      // Another vote, of an earlier visit or another tab, went first; where it is settled this one takes its place.
      if (own || outcome === "unanswered" || outcome === "unproved" || outcome === "closed" || outcome === "too-many-changes") return outcome;
    }
    return "unanswered";
  });
}

/** Sends what was noted as cast, also on an earlier visit, until it is answered. `refused` where nothing was noted. */
export const castPending = (held: Held): Promise<CastOutcome> => oneTabAtATime(held, () => sendPending(held));

/** Two tabs of one voter cast one after the other, in browsers that can wait for another tab. */
async function oneTabAtATime<T>({ place, kept }: Held, work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request(`folkmoot-${place.poll}-${kept.voter}`, work) : work();
}

const pendingOf = async ({ place, kept }: Held): Promise<KeptBallot["pending"]> => (await change(place.poll, kept.voter, (now) => now))?.pending ?? null;

async function sendPending(held: Held): Promise<CastOutcome> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const pending = await pendingOf(held);
    if (pending === null) return "refused";
    const sent = await send(held, pending);
    if (typeof sent !== "object" || "receipt" in sent) return settle(held, sent);
    const { version } = sent;
    await change(held.place.poll, held.kept.voter, (now) => ({ ...now, version, pending: { version: version + 1, vote: pending.vote } }));
  }
  return "unanswered";
}

const sameVote = (a: Vote | undefined, b: Vote): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

async function settle({ place, kept }: Held, outcome: CastOutcome): Promise<CastOutcome> {
  if (typeof outcome === "object") {
    const { receipt } = outcome;
    await change(place.poll, kept.voter, (now) => ({
      ...now,
      version: Math.max(now.version, receipt.version),
      receipts: [...now.receipts.filter(({ version }) => version !== receipt.version), receipt],
      draft: null,
      pending: null,
    }));
  } else if (outcome !== "unanswered" && outcome !== "unproved") {
    await change(place.poll, kept.voter, (now) => ({ ...now, pending: null }));
  }
  return outcome;
}

async function send({ place, manifest, curves, kept }: Held, { version, vote }: { readonly version: number; readonly vote: Vote }): Promise<CastOutcome | { readonly version: number }> {
  const [hash, countKey, logKey] = [fromHex(place.manifest, 32), fromBase64url(manifest.countKey.key, 32), fromBase64url(manifest.logKey, 32)];
  const [prefix, signature] = [fromBase64url(kept.token?.prefix ?? ""), fromBase64url(kept.token?.signature ?? "")];
  if (hash === null || countKey === null || logKey === null || prefix === null || signature === null || kept.key === null) return "refused";
  const at = { poll: place.poll, manifestHash: hash, countKey, paddedBytes: manifest.paddedBytes };
  const filled = await fillBallot({ place: at, style: place.style, ballotClass: "online", votingKey: kept.key, token: { prefix, signature }, version, vote }, curves);
  const answer = await askAgain({ address: `${place.box}/cast`, text: castText(filled), credentials: "omit" });
  if (answer === "unreachable") return "unanswered";
  if (answer.status === 200) {
    const promised = answer.body as unknown as CastAnswer;
    if (typeof promised.promise !== "string" || !(await isPromised(promised, at, filled.leafHash, logKey, curves))) return "unproved";
    return { receipt: { version, tracking: trackingCodeOfLeaf(filled.leafHash), leaf: hex(filled.leafHash), promise: promised.promise, castAt: Date.now() } };
  }
  const refusal = refusalOf(answer);
  const last = answer.body["version"];
  if ((refusal === "version-taken" || refusal === "version-gap") && typeof last === "number") return { version: last };
  if (refusal === "closed" || refusal === "not-open" || refusal === "too-many-changes") return refusal;
  return refusal === "unavailable" ? "unanswered" : "refused";
}
