import { checkpointsText, electionText, type BundleFile, type ElectionFacts } from "./bundle.ts";
import { utf8, type Bytes } from "./bytes.ts";
import { packTar, type TarEntry } from "./tar.ts";

/** Lines that are read twice at most and never held: their length must be known first, for an archive names it before the content. */
export interface StreamedLines {
  /** Length of all lines in UTF-8, each with its line end. */
  readonly bytes: number;
  readonly lines: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

export interface BundleParts {
  readonly facts: ElectionFacts;
  readonly leaves: StreamedLines;
  /** Null where they are withheld. */
  readonly openings: StreamedLines | null;
  /** Signed notes, the oldest first. */
  readonly checkpoints: readonly string[];
  readonly results: string;
  /** votes.pb or votes.blt, as `facts.votes` says; null where there is none. */
  readonly votes: Uint8Array | null;
}

/** The whole bundle as a tar, piece by piece: put it through gzip and send or keep it. */
export function packBundle({ facts, leaves, openings, checkpoints, results, votes }: BundleParts): AsyncGenerator<Uint8Array> {
  const folder = `ballot-log-${facts.manifest.poll}`;
  const whole = (name: BundleFile, content: Uint8Array): TarEntry => ({ name: `${folder}/${name}`, size: content.length, content: [content] });
  const streamed = (name: BundleFile, { bytes, lines }: StreamedLines): TarEntry => ({ name: `${folder}/${name}`, size: bytes, content: linesAsBytes(lines) });
  return packTar([
    whole("election.json", utf8(electionText(facts))),
    whole("results.json", utf8(results)),
    whole("checkpoints.txt", utf8(checkpointsText(checkpoints))),
    ...(votes === null || facts.votes === null ? [] : [whole(facts.votes, votes)]),
    ...(openings === null ? [] : [streamed("openings.ndjson", openings)]),
    streamed("leaves.ndjson", leaves),
  ]);
}

async function* linesAsBytes(batches: StreamedLines["lines"]): AsyncGenerator<Bytes> {
  for await (const lines of batches) yield utf8(lines.map((line) => `${line}\n`).join(""));
}
