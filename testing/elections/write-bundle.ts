/** Writes a synthetic election down as a bundle. What is derived from something else is derived here, so that a tampered part stays the only fault. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkpointsText, electionText, type BundleFile } from "#domain/voting/ballot-box/bundle.ts";
import { hex, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import { signCheckpoint, verifierKey } from "#domain/voting/ballot-box/checkpoint.ts";
import { leafHash, leafText } from "#domain/voting/ballot-box/leaves.ts";
import type { Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { MerkleTree } from "#domain/voting/ballot-box/merkle-tree.ts";
import { openingText } from "#domain/voting/ballot-box/opening.ts";
import { tableOfVotes, votesFileOf } from "#domain/voting/ballot-box/results-file.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { bltOfVotes } from "#domain/voting/ballot-box/verify/votes-file.ts";
import { writePabulib } from "#domain/voting/files/pabulib-write.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { publishedBallots } from "#domain/voting/results/published-ballots.ts";
import { sha256, type SyntheticElection } from "./synthetic-election.ts";

export type BundleTexts = Partial<Record<BundleFile, string>>;

/** A bundle as it lies open on the desk: change a part, and `writeTexts` writes the rest to fit. */
export interface DraftBundle {
  readonly election: SyntheticElection;
  /** Lines of the log. */
  readonly lines: readonly string[];
  readonly sizes: readonly number[];
  readonly openings: readonly string[] | null;
  readonly results: string;
  readonly votes: string | null;
}

export function draftOf(election: SyntheticElection): DraftBundle {
  const { leaves, sizes, openings, results, manifest, votes } = election;
  return {
    election,
    lines: leaves.map(leafText),
    sizes,
    openings: openings?.map(openingText) ?? null,
    results,
    votes: openings === null ? null : votesText(manifest, votes, results),
  };
}

/** The file of votes that goes with these. */
export function votesText(manifest: Manifest, votes: readonly Vote[], results: string): string | null {
  const name = votesFileOf(manifest);
  if (name === null) return null;
  if (name === "votes.blt") return bltOfVotes(manifest, votes);
  const { sheet } = JSON.parse(results) as { sheet: CountSheet };
  const poll = {
    question: manifest.question.en,
    council: manifest.council.en,
    ballotKind: manifest.kind,
    minChoices: manifest.minChoices,
    maxChoices: manifest.maxChoices,
    fingerprint: null,
    opensOn: manifest.opensAt.slice(0, 10),
    closesOn: manifest.closesAt.slice(0, 10),
    options: manifest.options.map(({ number, costPence, title, reference }) => ({ number, costPence: costPence ?? 0, title: title.en, reference })),
  };
  return writePabulib(publishedBallots(poll, sheet, hex(sha256(utf8(results))), tableOfVotes(manifest, votes), votes.map((_, at) => at + 1)));
}

export async function writeTexts({ election, lines, sizes, openings, results, votes }: DraftBundle): Promise<BundleTexts> {
  const { manifest, manifestHash, logKey } = election;
  const tree = new MerkleTree(sha256, lines.map((line) => leafHash(sha256, utf8(line))));
  const notes: string[] = [];
  for (const size of sizes.filter((at) => at <= lines.length)) notes.push(await signCheckpoint({ origin: manifest.origin, size, root: tree.root(size) }, logKey, (message) => election.sign(message)));
  const votesName = openings === null ? null : votesFileOf(manifest);
  return {
    "election.json": electionText({ manifest, manifestHash, logKey: await verifierKey(manifest.origin, logKey), leaves: lines.length, checkpoints: notes.length, openings: openings === null ? "withheld" : "published", votes: votesName }),
    "leaves.ndjson": ended(lines),
    "checkpoints.txt": checkpointsText(notes),
    "results.json": results,
    ...(openings === null ? {} : { "openings.ndjson": ended(openings) }),
    ...(votesName === null || votes === null ? {} : { [votesName]: votes }),
  };
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

/** Puts the files of a bundle in a folder. */
export function writeFolder(folder: string, texts: BundleTexts): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(texts)) writeFileSync(path.join(folder, name), content);
}
