/**
 * The bundle: everything published of a poll, as a folder or packed as one tar. Lines end in a line feed, the last one too.
 * The lines of leaves.ndjson are the leaves themselves, byte for byte.
 */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { hex } from "./bytes.ts";
import type { Manifest } from "./manifest.ts";
import { exactly, isHash, isUuid, orNull, record, text, whole, type Shape } from "./shape.ts";

export const BUNDLE_FILES = ["election.json", "leaves.ndjson", "checkpoints.txt", "openings.ndjson", "results.json", "votes.pb", "votes.blt"] as const;
export type BundleFile = (typeof BUNDLE_FILES)[number];

/** election.json: what the bundle is of, and how much of it there should be. */
export interface Election {
  readonly format: "folkmoot/bundle/v1";
  readonly poll: string;
  readonly origin: string;
  /** Rules fingerprint. */
  readonly manifest: string;
  /** The log's key as programs that watch logs take it. */
  readonly logKey: string;
  readonly leaves: number;
  readonly checkpoints: number;
  /** Withheld where fewer voted than ballots are published of. */
  readonly openings: "published" | "withheld";
  readonly votes: "votes.pb" | "votes.blt" | null;
  /** Leaf 0, for whoever reads this file and no other. */
  readonly rules: unknown;
}

export interface ElectionFacts {
  readonly manifest: Manifest;
  readonly manifestHash: Uint8Array;
  /** `verifierKey` of checkpoint.ts. */
  readonly logKey: string;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly openings: Election["openings"];
  readonly votes: Election["votes"];
}

export const electionText = ({ manifest, manifestHash, ...facts }: ElectionFacts): string =>
  canonicalJson({ format: "folkmoot/bundle/v1", poll: manifest.poll, origin: manifest.origin, manifest: hex(manifestHash), rules: manifest, ...facts } satisfies Election);

const anything = (value: unknown): value is unknown => value !== undefined;

export const isElection: Shape<Election> = record({
  format: exactly("folkmoot/bundle/v1"),
  poll: isUuid,
  origin: text(300),
  manifest: isHash,
  logKey: text(500),
  leaves: whole(1, 2 ** 31),
  checkpoints: whole(0, 2 ** 31),
  openings: exactly("published", "withheld"),
  votes: orNull(exactly("votes.pb", "votes.blt")),
  rules: anything,
});

/** Signed checkpoints one after the other, as checkpoints.txt has them: an empty line between two. */
export const checkpointsText = (notes: readonly string[]): string => notes.join("\n");

/** The signed notes of checkpoints.txt; null where it does not fall into notes. */
export function splitCheckpoints(content: string): string[] | null {
  if (content === "") return [];
  const paragraphs = content.replace(/\n$/, "").split("\n\n");
  if (paragraphs.length % 2 !== 0 || !content.endsWith("\n")) return null;
  return Array.from({ length: paragraphs.length / 2 }, (_, at) => `${paragraphs[at * 2]}\n\n${paragraphs[at * 2 + 1]}\n`);
}
