/** What stands in the log. Each leaf is one line of canonical JSON (RFC 8785); its bytes are what is hashed. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { sha256, utf8, type Bytes } from "./bytes.ts";
import { isManifest, type Manifest } from "./manifest.ts";
import { exactly, isBase64url, isHash, isInstant, isUuid, isWords, list, optional, orNull, record, text, whole, type Shape } from "./shape.ts";

/** `assisted`: the box itself handled the voter's secrets, because no script ran or somebody helped. */
export type BallotClass = "online" | "assisted";

/** A ballot without its signature. Keys, token and signature in base64url, hashes in hex. */
export interface BallotBody {
  readonly type: "ballot";
  readonly poll: string;
  /** Hash of leaf 0. */
  readonly manifest: string;
  readonly style: string;
  readonly class: BallotClass;
  /** The voter's Ed25519 key. */
  readonly key: string;
  readonly token: { readonly prefix: string; readonly signature: string };
  /** From 1; the last one counts. */
  readonly version: number;
  readonly commitment: string;
  /** SHA-256 of the sealed vote, which stays in the box. */
  readonly sealed: string;
}

export interface BallotLeaf extends BallotBody {
  readonly signature: string;
}

/** A change of the rules while the vote was open: numbered from 1, made by two people, in words; a later close where the time changed. */
export interface AmendmentLeaf {
  readonly type: "amendment";
  readonly poll: string;
  readonly number: number;
  readonly words: BilingualText;
  readonly closesAt: string | null;
}

/**
 * The account of one batch of papers (or telephone slips). Every number must be found in another; where one is not,
 * `imbalance` says why, and two people signed for it.
 */
export interface PaperBatchLeaf {
  readonly type: "paper-batch";
  readonly poll: string;
  readonly batch: string;
  readonly channel: "paper" | "telephone";
  readonly style: string;
  readonly printed: number;
  readonly issued: number;
  readonly unused: number;
  readonly damaged: number;
  readonly returned: number;
  readonly spoilt: number;
  readonly notReturned: number;
  /** Of those returned: counted, blank, and refused by the rules. */
  readonly accepted: number;
  readonly blank: number;
  readonly rejected: number;
  readonly imbalance: string | null;
}

/** One paper that counts. */
export interface PaperBallotLeaf {
  readonly type: "paper-ballot";
  readonly poll: string;
  readonly batch: string;
  readonly choices: readonly number[];
  readonly points?: readonly number[];
}

/** Marks on the roll by channel, after close. */
export interface CountsLeaf {
  readonly type: "counts";
  readonly poll: string;
  readonly issued: { readonly online: number; readonly assisted: number; readonly paper: number; readonly telephone: number };
}

/** The `number`-th time that two officers let somebody begin again whose key was lost. */
export interface ReissueLeaf {
  readonly type: "reissue";
  readonly poll: string;
  readonly number: number;
}

/** Options in the order in which their lots were called, for a tie the count met. */
export interface SeedLeaf {
  readonly type: "seed";
  readonly poll: string;
  readonly lots: readonly number[];
}

/** The last ballot has been sealed: leaves of the type `ballot` before this one, and different keys among them. */
export interface CloseLeaf {
  readonly type: "close";
  readonly poll: string;
  readonly ballots: number;
  readonly keys: number;
}

export interface ResultLeaf {
  readonly type: "result";
  readonly poll: string;
  /** SHA-256 of results.json. */
  readonly results: string;
}

export type Leaf = Manifest | BallotLeaf | AmendmentLeaf | PaperBatchLeaf | PaperBallotLeaf | CountsLeaf | ReissueLeaf | SeedLeaf | CloseLeaf | ResultLeaf;
export type LeafType = Leaf["type"];
/** Leaves that the roll's side asks the box to write. */
export type OrderedLeaf = AmendmentLeaf | PaperBatchLeaf | PaperBallotLeaf | CountsLeaf | ReissueLeaf | SeedLeaf | ResultLeaf;

const amount = whole(0, 1_000_000_000);

export const isBallotLeaf: Shape<BallotLeaf> = record({
  type: exactly("ballot"),
  poll: isUuid,
  manifest: isHash,
  style: text(40),
  class: exactly("online", "assisted"),
  key: isBase64url(32),
  token: record({ prefix: isBase64url(32), signature: isBase64url(384) }),
  version: whole(1, 255),
  commitment: isHash,
  sealed: isHash,
  signature: isBase64url(64),
});

const SHAPES: { readonly [T in LeafType]: Shape<Extract<Leaf, { type: T }>> } = {
  manifest: isManifest,
  ballot: isBallotLeaf,
  amendment: record({ type: exactly("amendment"), poll: isUuid, number: whole(1), words: isWords, closesAt: orNull(isInstant) }),
  "paper-batch": record({
    type: exactly("paper-batch"),
    poll: isUuid,
    batch: text(40),
    channel: exactly("paper", "telephone"),
    style: text(40),
    printed: amount,
    issued: amount,
    unused: amount,
    damaged: amount,
    returned: amount,
    spoilt: amount,
    notReturned: amount,
    accepted: amount,
    blank: amount,
    rejected: amount,
    imbalance: orNull(text(500)),
  }),
  "paper-ballot": isPaperBallot,
  counts: record({ type: exactly("counts"), poll: isUuid, issued: record({ online: amount, assisted: amount, paper: amount, telephone: amount }) }),
  reissue: record({ type: exactly("reissue"), poll: isUuid, number: whole(1) }),
  seed: record({ type: exactly("seed"), poll: isUuid, lots: list(whole()) }),
  close: record({ type: exactly("close"), poll: isUuid, ballots: amount, keys: amount }),
  result: record({ type: exactly("result"), poll: isUuid, results: isHash }),
};

function isPaperBallot(value: unknown): value is PaperBallotLeaf {
  const shape = record({ type: exactly("paper-ballot"), poll: isUuid, batch: text(40), choices: list(whole()), points: optional(list(whole(Number.MIN_SAFE_INTEGER))) });
  return shape(value);
}

/** The text of a leaf; its UTF-8 is what is hashed. */
export const leafText = (leaf: Leaf): string => canonicalJson(leaf);
export const leafBytes = (leaf: Leaf): Bytes => utf8(leafText(leaf));

/** A leaf read back, or why it is none. Any text may come. */
export function readLeaf(line: string): { readonly leaf: Leaf } | { readonly fault: "not-json" | "not-canonical" | "unknown-leaf" } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: "not-json" };
  }
  const type = typeof value === "object" && value !== null && "type" in value ? value.type : null;
  if (typeof type !== "string" || !Object.hasOwn(SHAPES, type)) return { fault: "unknown-leaf" };
  if (!SHAPES[type as LeafType](value)) return { fault: "unknown-leaf" };
  return canonicalJson(value) === line ? { leaf: value } : { fault: "not-canonical" };
}

/** SHA-256 of these bytes, wherever the machine has it. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** What is hashed for a leaf: RFC 6962 puts a nought before it, so that no leaf is taken for a node. */
export const leafHashInput = (bytes: Uint8Array): Bytes => {
  const input = new Uint8Array(bytes.length + 1);
  input.set(bytes, 1);
  return input;
};

/** Leaf hash of RFC 6962 section 2.1, with a SHA-256 of the caller's. */
export const leafHash = (digest: Digest, bytes: Uint8Array): Uint8Array => digest(leafHashInput(bytes));

/** The same by WebCrypto. */
export const leafHashOf = (bytes: Uint8Array): Promise<Bytes> => sha256(0, bytes);

/** Whether the numbers of a batch of papers each meet another: printed, issued and returned. */
export const balances = (batch: PaperBatchLeaf): boolean =>
  batch.printed === batch.issued + batch.unused + batch.damaged &&
  batch.issued === batch.returned + batch.spoilt + batch.notReturned &&
  batch.returned === batch.accepted + batch.blank + batch.rejected;
