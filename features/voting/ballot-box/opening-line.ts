import { openingText } from "#domain/voting/ballot-box/opening.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";

/** What the counter wrote of one ballot. */
export interface StoredOpening {
  readonly index: string;
  readonly salt: Buffer | null;
  /** What was committed to; null where it did not open. */
  readonly ballot: Buffer | null;
  readonly invalid: string | null;
}

/** The line of openings.ndjson, without its end: docs/ballot-box.md, section 9. */
export function openingLine({ index, salt, ballot, invalid }: StoredOpening): string {
  const leaf = Number(index);
  if (salt === null || ballot === null) return openingText({ leaf, refused: invalid === "commitment-differs" ? invalid : "does-not-open" });
  const shownSalt = salt.toString("base64url");
  if (invalid !== null) return openingText({ leaf, salt: shownSalt, bytes: ballot.toString("base64url"), refused: invalid });
  return openingText({ leaf, salt: shownSalt, ballot: JSON.parse(ballot.toString("utf8")) as Vote });
}
