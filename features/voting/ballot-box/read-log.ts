import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { StoredTree } from "#domain/voting/ballot-box/stored-tree.ts";
import { writeProof } from "#domain/voting/ballot-box/proof.ts";
import { sha256 } from "#platform/keys.ts";
import { openingLine, type StoredOpening } from "./opening-line.ts";

/** How a log stands. Everything in it is public. */
export interface LogHead {
  readonly size: number;
  readonly root: Buffer;
  /** The signed note over both. */
  readonly checkpoint: string;
}

/** The newest checkpoint of a poll's log, or null before leaf 0 is written. */
export async function readLogHead(pollId: string): Promise<LogHead | null> {
  const [row] = await rawClient()<{ size: string; root: Buffer; checkpoint: string }[]>`
    select size, root, note as checkpoint from log.checkpoints where poll_id = ${pollId} order by size desc limit 1`;
  return row ? { ...row, size: Number(row.size) } : null;
}

/** The tree of a log up to a size, to prove things in. */
export const readTree = (pollId: string, size: number): StoredTree =>
  new StoredTree(sha256, size, async (level, from, count) => {
    const sql = rawClient();
    const rows =
      level === 0
        ? await sql<{ hash: Buffer }[]>`select hash from log.leaves where poll_id = ${pollId} and index >= ${from} and index < ${from + count} order by index`
        : await sql<{ hash: Buffer }[]>`select hash from log.subtrees where poll_id = ${pollId} and level = ${level} and index >= ${from} and index < ${from + count} order by index`;
    return rows.map(({ hash }) => hash);
  });

/** A C2SP proof that the leaf at this place is in the log as its newest checkpoint has it. */
export async function proveLeaf(pollId: string, index: number): Promise<{ readonly proof: string; readonly size: number }> {
  const { size, checkpoint } = defined(await readLogHead(pollId), "checkpoint");
  return { proof: writeProof({ index, path: await readTree(pollId, size).inclusionProof(index), checkpoint }), size };
}

/** Leaves of a log as text, one a line, from one place to another. */
export async function readLeafLines(pollId: string, from: number, to: number): Promise<string> {
  const rows = await rawClient()<{ bytes: Buffer }[]>`select bytes from log.leaves where poll_id = ${pollId} and index >= ${from} and index < ${to} order by index`;
  return rows.map(({ bytes }) => `${bytes.toString("utf8")}\n`).join("");
}

/** Every checkpoint of a log, the oldest first: signed notes with an empty line between them. */
export async function readCheckpoints(pollId: string): Promise<string> {
  const rows = await rawClient()<{ note: string }[]>`select note from log.checkpoints where poll_id = ${pollId} order by size`;
  return rows.map(({ note }) => note).join("\n");
}

/** What was opened after the close, as openings.ndjson has it, in the order of the salts. */
export async function readOpeningLines(pollId: string): Promise<string> {
  const rows = await rawClient()<StoredOpening[]>`select index, salt, ballot, invalid from log.openings where poll_id = ${pollId} order by salt, index`;
  return rows.map((row) => `${openingLine(row)}\n`).join("");
}

/** Numbers of one poll's box. */
export interface BoxNumbers {
  /** Keys with a ballot, in the log and waiting. */
  readonly ballots: number;
  /** Versions that a later one replaced. */
  readonly replaced: number;
  readonly waiting: number;
  readonly closed: boolean;
}

export async function readBoxNumbers(pollId: string): Promise<BoxNumbers> {
  const [row] = await rawClient()<{ keys: string; entries: string; waiting: string; closed: boolean }[]>`
    select (select count(*) from log.leaves where poll_id = ${pollId} and version = 1) + (select count(*) from box.waiting where poll_id = ${pollId} and version = 1) as keys,
      (select count(*) from log.leaves where poll_id = ${pollId} and kind = 'ballot') + (select count(*) from box.waiting where poll_id = ${pollId}) as entries,
      (select count(*) from box.waiting where poll_id = ${pollId}) as waiting,
      coalesce((select closed from box.logs where poll_id = ${pollId}), false) as closed`;
  const { keys, entries, waiting, closed } = defined(row, "numbers");
  return { ballots: Number(keys), replaced: Number(entries) - Number(keys), waiting: Number(waiting), closed };
}
