import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { keyedHash } from "#platform/keys.ts";

/** Characters of the code in an owner's letter. */
export const OWNER_CODE_LENGTH = 8;

/** The code that opens the owner's page of a listing; another one each time an officer has closed the page to somebody. Only this installation can make it. */
export function ownerCode(transferId: string, closed: number): string {
  const bytes = keyedHash("listing-owner", transferId, String(closed));
  let at = 0;
  return makeReadableCode(OWNER_CODE_LENGTH, (n) => {
    at += 4;
    return bytes.readUInt32BE(at - 4) % n;
  });
}
