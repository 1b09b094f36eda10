import { z } from "zod";
import { rawClient } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { receiptText } from "#domain/voting/ballot-box/receipt-file.ts";
import { getStanding, type Standing } from "#features/voting/credentials/queries.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { STYLE } from "#features/voting/polls/make-poll-keys.ts";
import { getBallotPaper } from "#features/voting/polls/queries.ts";
import { env } from "#platform/env.ts";
import { askProgram } from "#platform/programs/ask-program.ts";
import { assetAddress } from "#platform/plain-page/assets.ts";
import { findBallotWithHelp, type CastBallot } from "./cast-with-help.ts";

/** How a browser stands to a ballot: by what its two cookies open, each on its own side. */
export interface BrowserStanding extends Standing {
  /** The ballot its key holds; null where it has not voted. */
  readonly inBox: CastBallot | null;
  /** The ballot its key holds is somebody else's, who voted in this browser before: the holder of the pass has no mark. */
  readonly others: boolean;
}

/** Asks the side that knows people for the pass, and the side that must not for the ballot. 404 for another council's poll. */
export async function getBrowserStanding(scope: AnyScope, pollId: string, { token, key }: { readonly token: string | null; readonly key: BallotKey | null }): Promise<BrowserStanding> {
  const [standing, inBox] = await Promise.all([getStanding(scope, pollId, token), key === null ? null : findBallotWithHelp(scope, pollId, key)]);
  // No ballot without a mark before it: where the mark is missing, only a cast between the two readings could be the cause.
  const { hasPass, hasVoted } = inBox && standing.hasPass && !standing.hasVoted ? await getStanding(scope, pollId, token) : standing;
  return { ...standing, hasVoted, inBox, others: inBox !== null && hasPass && !hasVoted };
}

/** What the page of a ballot tells its script: where its programs answer, and whose key to use. */
export interface SecretPath {
  /** Rules fingerprint, in hex. */
  readonly manifest: string;
  readonly style: string;
  readonly issuer: string;
  readonly box: string;
  /** Tells one holder of a pass from the next in the same browser, and says nothing to anybody else; empty without a pass. */
  readonly voter: string;
  /** The roll has the voter's mark. */
  readonly issued: boolean;
  /** Addresses of what is fetched only where it is needed: the curves in plain script, and what draws QR codes. */
  readonly curves: string;
  readonly qr: string;
}

/** How this browser's own device may seal its ballot; null where the poll has no log to seal it for. */
export async function getSecretPath(scope: AnyScope, pollId: string, token: string | null): Promise<SecretPath | null> {
  const [row] = await rawClient()<{ manifest: string; voter: string | null; issued: boolean }[]>`
    select encode(manifest.hash, 'hex') as manifest, left(encode(sha256(pass.voter_hash), 'hex'), 16) as voter, mark.poll_id is not null and not exists (select 1 from reissues again where again.poll_id = polls.id and again.voter_hash = mark.voter_hash and again.state = 'made' and again.blinded_hash is null) as issued
    from polls
    join poll_manifests manifest on manifest.poll_id = polls.id
    left join voter_passes pass on pass.token_hash = ${token === null ? Buffer.alloc(0) : passHash(token, pollId)} and pass.poll_id = polls.id and pass.expires_at > now()
    left join roll_marks mark on mark.poll_id = polls.id and mark.voter_hash = pass.voter_hash
    where polls.id = ${pollId} and polls.council_id = ${scope.council.id}`;
  return row ? { manifest: row.manifest, style: STYLE, issuer: "/issue", box: `${env().BOX_PUBLIC_URL?.replace(/\/+$/, "") ?? ""}/box`, voter: row.voter ?? "", issued: row.issued, curves: assetAddress("vote-curves.js"), qr: assetAddress("qr.js") } : null;
}

const standing = z.object({ inBox: z.object({ leaf: z.string(), promise: z.string() }).nullable() });
const proved = z.object({ proof: z.string().nullable() });

/** The receipt of the ballot a voting key holds, as a file: with the proof that it is in the log once it is. Null where it holds none. */
export async function findReceiptFile(scope: AnyScope, pollId: string, key: BallotKey): Promise<string | null> {
  const { fingerprint } = await getBallotPaper(scope, pollId);
  const held = await askProgram("box", "/assisted/standing", { poll: pollId, style: STYLE, key });
  const ballot = held.status === 200 ? standing.parse(held.body).inBox : null;
  if (ballot === null) return null;
  const { status, body } = await askProgram("box", `/box/polls/${pollId}/receipt`, { leaf: ballot.leaf });
  const proof = status === 200 ? proved.parse(body).proof : null;
  return receiptText({ poll: pollId, manifest: fingerprint, leaf: ballot.leaf, promise: ballot.promise, ...(proof === null ? {} : { proof }) });
}
