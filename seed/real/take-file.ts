import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { voteFromFile, type VoteFromFile } from "#domain/budgeting/vote-from-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { draftVote } from "#features/involvement/importing/import-vote.ts";
import { readVoteFile, type VoteFileFault } from "#features/involvement/importing/read-vote-file.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { done } from "#seed/done.ts";

/** The same file counted by the same rule is the same work, so that a run broken off goes on where it stood. */
export async function idOfWork(file: string, rule: string): Promise<string> {
  const hash = createHash("sha256").update(rule);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const hex = hash.digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export class BadFile extends Error {
  readonly faults: readonly VoteFileFault[];

  constructor(faults: readonly VoteFileFault[]) {
    super("The file cannot be taken");
    this.faults = faults;
  }
}

/** Reads the file before anything is made of it. Throws BadFile with every fault. */
export async function checkFile(file: string): Promise<void> {
  await readVote(createReadStream(file));
}

async function readVote(chunks: AsyncIterable<Buffer>): Promise<VoteFromFile> {
  const read = await readVoteFile(chunks);
  if (!read.ok) throw new BadFile(read.error);
  const vote = voteFromFile(read.value);
  if (!vote.ok) throw new BadFile([{ line: 0, column: 0, code: vote.error, params: {} }]);
  return vote.value;
}

/** Keeps the file and drafts the vote it describes, once; answers the vote. Throws BadFile with every fault. */
export async function takeFile(scope: ActorScope, { id, file, rule }: { readonly id: string; readonly file: string; readonly rule: string | null }): Promise<string> {
  const here = and(eq(fileImports.councilId, scope.council.id), eq(fileImports.id, id));
  const [before] = await database().select({ fileId: fileImports.fileId, detail: fileImports.detail }).from(fileImports).where(here);
  const drafted = before?.detail["engagementId"];
  if (typeof drafted === "string") return drafted;

  const stored = before?.fileId ?? (await done(storeFile(arriving(file), { councilId: scope.council.id, contentType: "application/octet-stream" }))).id;
  const vote = await readVote(fileChunks(stored));
  return inTransaction(async (tx) => {
    const engagementId = await draftVote(tx, scope, { ...vote, ...(rule === null ? {} : { rule, ruleParameters: {} }) }, { anyBallot: true });
    const detail = { engagementId };
    await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "budget-vote", state: "running", fileId: stored, fileName: path.basename(file), rowsDone: vote.ballots, detail })
      .onConflictDoUpdate({ target: fileImports.id, set: { detail } });
    return engagementId;
  });
}

const arriving = (file: string) => ({ field: "file", name: path.basename(file), contentType: "", chunks: createReadStream(file), cut: () => false });
