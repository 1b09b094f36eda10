import { rawClient } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Channel } from "#domain/voting/poll.ts";
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

/**
 * Marks the roll by one statement and signs what the voter sent. The mark comes first: whoever is cut off between the two
 * sends the same bytes again and gets the same signature, and other bytes are refused for good.
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
  const [row] = await rawClient()<{ outcome: IssueRefusal | "issued" | "repeated" }[]>`
    select issue_ballot(${passHash}, ${pollId}, ${style}, ${sha256("folkmoot/blinded/v1", blinded)}, ${channel}) as outcome`;
  const outcome = row?.outcome ?? "unknown-poll";
  if (outcome !== "issued" && outcome !== "repeated") return err(outcome);
  const signature = signers ? await signers.sign(key, blinded) : signBlinded(key, blinded);
  return signature === null ? err("bad-request") : ok(signature);
}

const isBelowModulus = (blinded: Uint8Array, modulus: Uint8Array): boolean =>
  blinded.length === modulus.length && Buffer.compare(blinded, modulus) < 0 && blinded.some((byte) => byte !== 0);
