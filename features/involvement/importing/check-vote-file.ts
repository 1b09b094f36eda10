import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { voteFromFile, type VoteFromFile } from "#domain/budgeting/vote-from-file.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { FileWarning } from "#domain/voting/files/file-fault.ts";
import { refuseFile } from "#features/councils/imports/refuse-file.ts";
import { record } from "#platform/audit-trail.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import { removeStored, type StoredFile } from "#platform/files/store-file.ts";
import { readVoteFile, type VoteFileFault } from "./read-vote-file.ts";

/** What is kept of a file that was read without fault, until somebody brings it in or leaves it. */
export interface OfferedVote {
  readonly vote: Omit<VoteFromFile, "projects"> & { readonly projects: number; readonly costPence: number };
  readonly warnings: readonly FileWarning[];
  readonly warningsInAll: number;
  /** The vote it was made into. */
  readonly engagementId?: string;
}

const MOST_WARNINGS = 200;

/** Reads a stored file of votes and keeps what it found: the vote it describes, or every fault. The same form sent twice is read once. */
export async function checkVoteFile(scope: ActorScope, importId: string, file: StoredFile): Promise<{ readonly kept: boolean }> {
  authorise(scope, "programme.import", null);
  const offered = await readOffer(file.id);
  if (!offered.ok) {
    const faults = offered.error.map(({ line, column, code, params }) => ({ line, column: column === 0 ? "" : String(column), code, found: JSON.stringify(params) }));
    await refuseFile(scope, { id: importId, kind: "budget-vote", fileName: file.name, faults });
    await removeStored(ok(file));
    return { kept: true };
  }
  return inTransaction(async (tx) => {
    const kept = await tx
      .insert(fileImports)
      .values({ id: importId, councilId: scope.council.id, kind: "budget-vote", fileId: file.id, fileName: file.name, rowsDone: offered.value.vote.ballots, detail: { ...offered.value } })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (kept.length === 0) return { kept: false };
    await record(tx, scope, { act: "programme.file-read", thing: { kind: "import", id: importId }, detail: { fileName: file.name, ballots: offered.value.vote.ballots } });
    return { kept: true };
  });
}

async function readOffer(fileId: string): Promise<Result<OfferedVote, readonly VoteFileFault[]>> {
  const read = await readVoteFile(fileChunks(fileId));
  if (!read.ok) return read;
  const vote = voteFromFile(read.value);
  if (!vote.ok) return err([{ line: 0, column: 0, code: vote.error, params: {} }]);
  const { projects, ...rest } = vote.value;
  const { warnings } = read.value;
  return ok({
    vote: { ...rest, projects: projects.length, costPence: projects.reduce((sum, { costPence }) => sum + costPence, 0) },
    warnings: warnings.slice(0, MOST_WARNINGS),
    warningsInAll: warnings.length,
  });
}
