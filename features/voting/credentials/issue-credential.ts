import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Channel } from "#domain/voting/poll.ts";
import { GroupCommit } from "#platform/group-commit.ts";
import { sha256 } from "#platform/keys.ts";
import { signBlinded, type Signers } from "./sign-blinded.ts";
import { getSigningKey, UnknownStyle } from "./signing-keys.ts";

export type IssueRefusal = "unknown-poll" | "unknown-style" | "not-open" | "closed" | "no-pass" | "already-issued" | "used-by-another" | "bad-request";

export interface IssueCredentialInput {
  readonly pollId: string;
  readonly style: string;
  /** Hash of the token whose holder was found eligible. */
  readonly passHash: Uint8Array;
  /** The voter's key, blinded: nothing of it can be read. 384 bytes. */
  readonly blinded: Uint8Array;
  readonly channel: Extract<Channel, "online" | "assisted" | "telephone">;
}

interface Mark extends Pick<IssueCredentialInput, "style" | "passHash" | "channel"> {
  readonly blindedHash: Buffer;
}

type MarkOutcome = IssueRefusal | "issued" | "repeated";

// One statement of a poll at a time: two that marked the same voters in another order could wait for each other.
const commits = new GroupCommit<Mark, MarkOutcome>({ mostTogether: 64, mostStatements: 1, keyOf: ({ passHash }) => Buffer.from(passHash).toString("latin1"), write: markTogether });

/**
 * Marks the roll and signs what the voter sent. The mark comes first: whoever is cut off between the two
 * sends the same bytes again and gets the same signature, and other bytes are refused for good. Voters who come while others are being
 * marked are marked by one statement, each judged by itself.
 */
export async function issueCredential({ pollId, style, passHash, blinded, channel }: IssueCredentialInput, signers: Signers | null = null): Promise<Result<Uint8Array, IssueRefusal>> {
  let key;
  try {
    key = await getSigningKey(pollId, style);
  } catch (fault) {
    if (fault instanceof UnknownStyle) return err("unknown-style");
    throw fault;
  }
  // What cannot be signed must not mark anybody: zero, and numbers that are not below the modulus.
  if (!isBelowModulus(blinded, key.modulus)) return err("bad-request");
  const outcome = await commits.write(pollId, { passHash, style, blindedHash: sha256("folkmoot/blinded/v1", blinded), channel });
  if (outcome !== "issued" && outcome !== "repeated") return err(outcome);
  const signature = signers ? await signers.sign(key, blinded) : signBlinded(key, blinded);
  return signature === null ? err("bad-request") : ok(signature);
}

async function markTogether(pollId: string, marks: readonly Mark[]): Promise<readonly MarkOutcome[]> {
  try {
    return await markAll(pollId, marks);
  } catch (fault) {
    if (marks.length === 1) throw fault;
    // Another issuer may have marked the same voters in another order; a mark that was made after all is found as it is.
    const outcomes: MarkOutcome[] = [];
    for (const mark of marks) outcomes.push(...(await markAll(pollId, [mark])));
    return outcomes;
  }
}

async function markAll(pollId: string, marks: readonly Mark[]): Promise<readonly MarkOutcome[]> {
  const sql = rawClient();
  const rows = await sql<{ place: string; outcome: MarkOutcome }[]>`
    select place, issue_ballot(pass, ${pollId}, style, blinded, channel::channel) as outcome
    from unnest(${byteArrays(marks.map(({ passHash }) => passHash))}, ${marks.map(({ style }) => style)}::text[], ${byteArrays(marks.map(({ blindedHash }) => blindedHash))}, ${marks.map(({ channel }) => channel)}::text[])
      with ordinality as asked (pass, style, blinded, channel, place)`;
  const outcomes = new Map(rows.map(({ place, outcome }) => [Number(place), outcome]));
  return marks.map((_, at) => defined(outcomes.get(at + 1), "outcome of a mark"));
}

const isBelowModulus = (blinded: Uint8Array, modulus: Uint8Array): boolean =>
  blinded.length === modulus.length && Buffer.compare(blinded, modulus) < 0 && blinded.some((byte) => byte !== 0);
