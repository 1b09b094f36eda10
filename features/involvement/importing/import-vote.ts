import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { programmes, pots } from "#db/schema/budgeting/programmes.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { voteFromFile, type VoteFromFile } from "#domain/budgeting/vote-from-file.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { RESIDENTS } from "#domain/eligibility/electorate-terms.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { addProjects } from "#features/budgeting/projects/add-projects.ts";
import { beginVote, USUAL_BALLOT } from "#features/involvement/drafting/create-budget-vote.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import { randomId } from "#platform/random.ts";
import { readVoteFile } from "./read-vote-file.ts";
import type { OfferedVote } from "./check-vote-file.ts";

export interface ImportVoteInput {
  readonly importId: string;
}

/** Makes a draft of a file that was read without fault: engagement, programme, one pot and every project. Done twice it makes one. */
export async function importVote(scope: ActorScope, { importId }: ImportVoteInput): Promise<Ok<{ readonly engagementId: string }>> {
  authorise(scope, "programme.import", null);
  const here = and(eq(fileImports.councilId, scope.council.id), eq(fileImports.id, importId), eq(fileImports.kind, "budget-vote"));
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(fileImports).where(here).for("update");
    const offered = found(row, "import");
    const detail = offered.detail as unknown as OfferedVote;
    if (detail.engagementId !== undefined) return ok({ engagementId: detail.engagementId });
    const read = await readVoteFile(fileChunks(found(offered.fileId, "file")));
    const vote = read.ok ? voteFromFile(read.value) : read;
    // It was read without fault when it was taken in, and nobody can change it since.
    if (!vote.ok) throw new Error(`File ${String(offered.fileId)} can no longer be read: ${JSON.stringify(vote.error).slice(0, 500)}`);
    const engagementId = await draftVote(tx, scope, vote.value);
    // The file's ballots are somebody else's votes: only its projects are taken, and the file is let go.
    await tx.update(fileImports).set({ state: "done", finishedAt: now(), fileId: null, detail: { ...detail, engagementId } }).where(here);
    await record(tx, scope, { act: "programme.imported", thing: { kind: "engagement", id: engagementId }, detail: { fileName: offered.fileName, projects: vote.value.projects.length } });
    return ok({ engagementId });
  });
}

/** Writes a vote from a file as a draft. `anyBallot`: ballots may be blank and anybody may vote, so that those of the file can be cast. */
export async function draftVote(tx: Transaction, scope: ActorScope, vote: VoteFromFile, { anyBallot = false } = {}): Promise<string> {
  const begun = await beginVote(tx, scope, {
    once: randomId(),
    title: { en: vote.title, cy: "" },
    topic: "budget-and-spending",
    amountPence: vote.potPence,
    areaId: null,
    ballot: {
      ...USUAL_BALLOT,
      ballotKind: vote.ballotKind,
      // A ballot may be blank: files hold some.
      minChoices: anyBallot ? 0 : 1,
      maxChoices: vote.maxChoices,
      pointsTotal: vote.pointsTotal,
      pointsMost: vote.pointsMost,
      rule: vote.rule,
      ruleParameters: vote.ruleParameters,
      ...(anyBallot ? { electorate: { ...RESIDENTS, ties: [], identityLevel: 0 } } : {}),
    },
  });
  if (!begun.ok) throw new Error(`The vote was refused: ${JSON.stringify(begun.error)}`);
  const [pot] = await tx
    .select({ id: pots.id })
    .from(pots)
    .innerJoin(programmes, eq(programmes.id, pots.programmeId))
    .innerJoin(engagements, eq(engagements.programmeId, programmes.id))
    .where(eq(engagements.id, begun.value.engagementId));
  await addProjects(tx, scope, found(pot, "pot").id, vote.projects);
  return begun.value.engagementId;
}

