import { err, ok, type Result } from "#domain/basics/result.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { fromBase64url, type Bytes } from "#domain/voting/ballot-box/bytes.ts";
import { fillBallot } from "#domain/voting/ballot-box/cast-ballot.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { isBallotLeaf, leafBytes } from "#domain/voting/ballot-box/leaves.ts";
import { draftToken, finishToken, requestToken, type Token, type TokenRequest } from "#domain/voting/ballot-box/token.ts";
import { faultsOfVote, orderedVote, type Vote, type VoteFault } from "#domain/voting/ballot-box/vote.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { castBallot, receiptOf, type CastReceipt, type CastRefusal } from "./cast-ballot.ts";
import type { BoxOfPoll } from "./box-of-poll.ts";
import type { CheckedBallot } from "./check-ballot.ts";
import { findBallotOfKey, type FoundBallot } from "./find-ballot.ts";
import { opensslCurves, opensslPrimitives } from "./openssl.ts";

/** A voter for whom the box does what their browser would have done: it sees their choices in readable form, and nothing of who they are. */
export interface AssistedVoter {
  readonly votingKey: BallotKey;
  readonly style: string;
}

export type AssistedRefusal =
  | { readonly code: "unknown-style" | "needs-token" | "bad-token" | "too-many-changes" }
  | { readonly code: "invalid-vote"; readonly faults: readonly VoteFault[] }
  | CastRefusal;

/** The last ballot that a voting key holds, or null. */
export async function findBallotOfVoter(box: BoxOfPoll, votingKey: BallotKey): Promise<FoundBallot | null> {
  return findBallotOfKey(box.pollId, await opensslCurves.ed25519Key(await derive(votingKey, box.hash, "ed25519-seed", 32, opensslPrimitives)));
}

/** What the issuer is to sign for this voter. The same voting key gives the same bytes. */
export async function prepareToken(box: BoxOfPoll, { votingKey, style }: AssistedVoter): Promise<Result<TokenRequest, AssistedRefusal>> {
  const issuer = box.styles.get(style);
  if (!issuer) return err({ code: "unknown-style" });
  return ok(await requestToken(votingKey, box.hash, style, issuer.rsa, opensslCurves, opensslPrimitives));
}

/** Tries again where the same key casts elsewhere at this moment. */
const MOST_TRIES = 5;

/**
 * Casts for a voter, or changes the ballot their key holds; `blindSignature` is needed the first time only. Keeps nothing between two
 * calls: everything follows from the voting key, so that the same call again gives the same ballot and the same receipt.
 */
export async function castForVoter(
  box: BoxOfPoll,
  voter: AssistedVoter,
  { vote: given, blindSignature }: { readonly vote: Vote; readonly blindSignature: Uint8Array | null },
): Promise<Result<CastReceipt, AssistedRefusal>> {
  const vote = orderedVote(box.manifest.kind, given);
  const faults = faultsOfVote(box.manifest, vote);
  if (faults.length > 0) return err({ code: "invalid-vote", faults });
  for (let attempt = 1; ; attempt += 1) {
    // Whoever brings a signature had no ballot a moment ago, and is told so by the box itself where one came in between.
    const last = attempt === 1 && blindSignature !== null ? null : await findBallotOfVoter(box, voter.votingKey);
    const token = last ? ok(tokenOf(last)) : await tokenFrom(box, voter, blindSignature);
    if (!token.ok) return token;
    if (last) {
      const same = await fill(box, voter, token.value, last.version, vote);
      if (last.leafHash.equals(same.leafHash)) return ok(receiptOf(box, same, true));
      if (last.version >= MOST_VERSIONS) return err({ code: "too-many-changes" });
    }
    const cast = await castBallot(box, await fill(box, voter, token.value, (last?.version ?? 0) + 1, vote));
    if (cast.ok || cast.error.code !== "version-taken" || attempt >= MOST_TRIES) return cast;
  }
}

async function tokenFrom(box: BoxOfPoll, { votingKey, style }: AssistedVoter, blindSignature: Uint8Array | null): Promise<Result<Token, AssistedRefusal>> {
  if (blindSignature === null) return err({ code: "needs-token" });
  const issuer = box.styles.get(style);
  if (!issuer) return err({ code: "unknown-style" });
  const token = finishToken(await draftToken(votingKey, box.hash, style, issuer.rsa, opensslCurves, opensslPrimitives), blindSignature, opensslPrimitives);
  return token ? ok(token) : err({ code: "bad-token" });
}

/** The token of a ballot that is in the box serves for its next version too. */
function tokenOf({ leaf }: FoundBallot): Token {
  const read = JSON.parse(leaf.toString("utf8")) as unknown;
  if (!isBallotLeaf(read)) throw new Error("A leaf in the box is no ballot");
  return { prefix: fromBase64url(read.token.prefix, 32) as Bytes, signature: fromBase64url(read.token.signature, 384) as Bytes };
}

async function fill(box: BoxOfPoll, { votingKey, style }: AssistedVoter, token: Token, version: number, vote: Vote): Promise<CheckedBallot & { readonly leafHash: Uint8Array }> {
  const place = { poll: box.pollId, manifestHash: box.hash, countKey: box.countKey, paddedBytes: box.manifest.paddedBytes };
  const { leaf, leafHash, sealed } = await fillBallot({ place, style, ballotClass: "assisted", votingKey, token, version, vote }, opensslCurves, opensslPrimitives);
  return { key: Buffer.from(leaf.key, "base64url"), version, leaf: leafBytes(leaf), leafHash, content: sealed };
}

