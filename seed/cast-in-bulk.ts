import { constants, sign } from "node:crypto";
import { promisify } from "node:util";
import { rawClient } from "#db/client.ts";
import { byteArrays } from "#db/byte-arrays.ts";
import { defined } from "#domain/basics/assert.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { fillBallot } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { leafBytes } from "#domain/voting/ballot-box/leaves.ts";
import { preparedTokenMessage } from "#domain/voting/ballot-box/token.ts";
import { orderedVote, type Vote } from "#domain/voting/ballot-box/vote.ts";
import { boxOfPoll, type BoxOfPoll } from "#features/voting/ballot-box/box-of-poll.ts";
import { castTogether } from "#features/voting/ballot-box/cast-ballot.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { getSigningKey } from "#features/voting/credentials/signing-keys.ts";
import { STYLE } from "#features/voting/polls/make-poll-keys.ts";
import { keyedHash, sha256 } from "#platform/keys.ts";

const signAway = promisify(sign);

export interface BulkVoter {
  /** Something of their own that is the same each time: their voting key follows from it, so that work cut off goes on. */
  readonly name: string;
  /** Their pass. */
  readonly token: string;
  readonly vote: Vote;
}

/**
 * Casts for many made-up voters at once, in a process that holds every role. The roll is marked and the ballots are kept by the same two
 * functions as any other, and the log that comes of it is a log like any other; what is left out is the blinding, since here
 * nobody would be blind. The same voters again cast nothing again; whoever has
 * another mark already is passed over, and a ballot that comes after the close is lost, as anybody's would be.
 */
export async function castInBulk(pollId: string, voters: readonly BulkVoter[]): Promise<void> {
  const box = defined(await boxOfPoll(pollId), "box");
  const keys = voters.map(({ name }) => makeBallotKey(keyedHash("bulk-voter", pollId, name)));
  const marked = await rawClient()<{ place: string; outcome: string }[]>`
    select place, issue_ballot(pass, ${pollId}, ${STYLE}, hash, 'online') as outcome
    from unnest(${byteArrays(voters.map(({ token }) => passHash(token, pollId)))}, ${byteArrays(keys.map((key) => sha256("folkmoot/bulk/v1", key)))}) with ordinality as v (pass, hash, place)`;
  const theirs = marked.filter(({ outcome }) => outcome === "issued" || outcome === "repeated");
  const strange = marked.find(({ outcome }) => !["issued", "repeated", "already-issued"].includes(outcome));
  if (strange) throw new Error(`A ballot was not given out: ${strange.outcome}`);
  const ballots = await Promise.all(theirs.map(({ place }) => fill(box, defined(keys[Number(place) - 1], "key"), defined(voters[Number(place) - 1], "voter").vote)));
  for (let from = 0; from < ballots.length; from += 250)
    for (const { outcome } of await castTogether(pollId, ballots.slice(from, from + 250))) if (!["cast", "repeated", "closed"].includes(outcome)) throw new Error(`A ballot was refused: ${outcome}`);
}

async function fill(box: BoxOfPoll, votingKey: ReturnType<typeof makeBallotKey>, vote: Vote) {
  const [seed, prefix, { privateKey }] = await Promise.all([derive(votingKey, box.hash, "ed25519-seed", 32), derive(votingKey, box.hash, "prefix", 32), getSigningKey(box.pollId, STYLE)]);
  const key = await webCurves.ed25519Key(seed);
  const message = preparedTokenMessage(prefix, box.hash, STYLE, key);
  const signature = new Uint8Array(await signAway("sha384", message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));
  const place = { poll: box.pollId, manifestHash: box.hash, countKey: box.countKey, paddedBytes: box.manifest.paddedBytes };
  const filled = await fillBallot({ place, style: STYLE, ballotClass: "online", votingKey, token: { prefix, signature }, version: 1, vote: orderedVote(box.manifest.kind, vote) }, webCurves);
  return { key: Buffer.from(key), version: 1, leaf: leafBytes(filled.leaf), leafHash: filled.leafHash, content: filled.sealed };
}
