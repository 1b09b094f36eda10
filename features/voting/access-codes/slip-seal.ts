import type { Recipient } from "#domain/voting/access-codes/code-batch.ts";
import type { AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { seal, unseal } from "#platform/keys.ts";

/** What stands on a letter or slip besides its number. */
export interface SlipContent {
  /** Nobody where slips are handed out. */
  readonly recipient: Recipient | null;
  /** Null until the job has made it. */
  readonly code: AccessCode | null;
}

const PURPOSE = "code-slip";

export const sealSlip = (content: SlipContent): Buffer => seal(PURPOSE, JSON.stringify(content));
export const unsealSlip = (sealed: Buffer): SlipContent => JSON.parse(unseal(PURPOSE, sealed)) as SlipContent;
