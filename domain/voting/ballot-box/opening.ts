/** What the counter publishes of each last version of a ballot: salt and vote, so that anybody can check the commitment. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { base64url, fromBase64url, hex, utf8 } from "./bytes.ts";
import { commitmentInput, type openSealed } from "./seal.ts";
import type { Digest } from "./leaves.ts";
import { exactly, isBase64url, record, text, whole } from "./shape.ts";
import { canonicalVote, isVote, readVote, type Vote, type VoteRules } from "./vote.ts";

/** A vote that counts; `leaf` is the ballot's place in the log. */
export interface OpenedVote {
  readonly leaf: number;
  readonly salt: string;
  readonly ballot: Vote;
}

/** What was sealed is no vote by the rules; its bytes are published, so that anybody can see that. */
export interface RefusedVote {
  readonly leaf: number;
  readonly salt: string;
  readonly bytes: string;
  readonly refused: string;
}

/** What cannot be opened, or is not what the ballot committed to. Nobody but the counter can check that: such lines are counted and shown. */
export interface UnopenedVote {
  readonly leaf: number;
  readonly refused: "does-not-open" | "commitment-differs";
}

export type Opening = OpenedVote | RefusedVote | UnopenedVote;

/** The opening of a ballot, from what `openSealed` gave. */
export function openingOf(rules: VoteRules, leaf: number, opened: Awaited<ReturnType<typeof openSealed>>): Opening {
  if (typeof opened === "string") return { leaf, refused: opened };
  const read = readVote(rules, opened.vote);
  const salt = base64url(opened.salt);
  return "vote" in read ? { leaf, salt, ballot: read.vote } : { leaf, salt, bytes: base64url(opened.vote), refused: read.faults[0] ?? "not-canonical" };
}

/** One line of openings.ndjson, without its end. */
export const openingText = (opening: Opening): string => canonicalJson(opening);

const leaf = whole(0, 2 ** 31);
const salt = isBase64url(32);
const isOpened = record({ leaf, salt, ballot: isVote });
const isRefused = record({ leaf, salt, bytes: text(90_000, /^[\w-]*$/), refused: text(40) });
const isUnopened = record({ leaf, refused: exactly("does-not-open", "commitment-differs") });

/** A line read back; null where it is none or not in canonical form. */
export function readOpening(line: string): Opening | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const opening = isOpened(value) || isRefused(value) || isUnopened(value) ? value : null;
  return opening && canonicalJson(opening) === line ? opening : null;
}

export type OpeningFault = "opening-malformed" | "commitment-differs" | "opening-not-valid" | "opening-valid-refused" | "opening-reason-differs";

/** What stands against an opening of a ballot with this commitment; null where all is well. */
export function faultOfOpening(digest: Digest, rules: VoteRules, opening: Opening, commitment: string): OpeningFault | null {
  if (!("salt" in opening)) return null;
  const bytes = "ballot" in opening ? utf8(canonicalVote(opening.ballot)) : fromBase64url(opening.bytes);
  const saltBytes = fromBase64url(opening.salt, 32);
  if (bytes === null || saltBytes === null) return "opening-malformed";
  if (hex(digest(commitmentInput(saltBytes, bytes))) !== commitment) return "commitment-differs";
  const read = readVote(rules, bytes);
  if ("ballot" in opening) return "vote" in read ? null : "opening-not-valid";
  if ("vote" in read) return "opening-valid-refused";
  return read.faults.some((fault) => fault === opening.refused) ? null : "opening-reason-differs";
}
