import { and, eq, ne } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { codePacks, schools, schoolYears } from "#db/schema/elections/schools.ts";
import { codeBatches } from "#db/schema/voting/access-codes.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { foldedName, type ClassOfSchool } from "#domain/elections/school-lists.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import type { AgeBand } from "#domain/eligibility/age.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElection, stageOfElection } from "#features/elections/queries.ts";
import { beginBatch, type CodeWanted } from "#features/voting/access-codes/ask-for-codes.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { lockSchool, type AtSchool } from "./load-school.ts";

export interface AskForPacks extends AtSchool {
  /** The form's own number: the id of the first batch, so that sending it twice asks once. */
  readonly once: string;
  /** The vote its codes are for, known here by its id only. */
  readonly voteId: string;
  /** The ballot the codes open. */
  readonly contestId: string;
  readonly classes: readonly ClassOfSchool[];
}

/** Everybody in a year group up to this one is under 16. */
const UNDER_16_UP_TO = 10;

/**
 * Asks for a pack of voting codes for each class, all or none. From the day the ballot papers are made until voting is over, polling day included.
 * No year group gets more slips than it has pupils, and no class a second pack while the first is good. 404 for a contest that ended without a poll.
 */
export async function askForPacks(scope: ActorScope, { once, voteId, contestId, classes, ...at }: AskForPacks): Promise<Result<void, readonly Fault[]>> {
  authorise(scope, "codes.make", null);
  const election = await getElection(scope, at.electionId);
  return inTransaction(async (tx) => {
    const { id, schoolId } = await lockSchool(tx, scope, at);
    const [already] = await tx.select({ batchId: codePacks.batchId }).from(codePacks).where(eq(codePacks.batchId, once));
    if (already) return ok();
    const contest = found(polledContests(election).find((each) => each.id === contestId), "contest");
    const stage = stageOfElection(election, now());
    if (stage === "counting" || stage === "declared") return err([{ field: "", code: "voting-over" }]);
    if (stage !== "candidates" && stage !== "voting") return err([{ field: "", code: "papers-first" }]);
    const [years, packs, [school]] = [
      await tx.select().from(schoolYears).where(eq(schoolYears.electionSchoolId, id)),
      await tx
        .select({ yearGroup: codePacks.yearGroup, className: codePacks.className, slips: codePacks.slips })
        .from(codePacks)
        .innerJoin(codeBatches, eq(codeBatches.id, codePacks.batchId))
        .where(and(eq(codePacks.electionSchoolId, id), ne(codeBatches.state, "revoked"))),
      await tx.select({ name: schools.nameEn }).from(schools).where(eq(schools.id, schoolId)),
    ];
    const [fault] = faultsOf(classes, years, packs);
    if (fault) return err([fault]);
    for (const [index, { yearGroup, name, slips }] of classes.entries()) {
      const batchId = index === 0 ? once : randomId();
      const ageBand: AgeBand | "" = yearGroup <= UNDER_16_UP_TO ? "under-16" : "";
      const wanted: CodeWanted = { pollIds: [contest.pollId], areaId: null, ageBand, electorId: null, recipient: null };
      const begun = await beginBatch(tx, scope, { once: batchId, voteId, kind: "class", label: name, place: found(school, "school").name, wanted: Array.from({ length: slips }, () => wanted) });
      if (!begun.ok) return err([{ field: "", code: "voting-over" }]);
      await tx.insert(codePacks).values({ batchId, councilId: scope.council.id, electionSchoolId: id, yearGroup, className: name, slips });
    }
    return ok();
  });
}

function faultsOf(classes: readonly ClassOfSchool[], years: readonly { readonly yearGroup: number; readonly pupils: number }[], packs: readonly { readonly yearGroup: number; readonly className: string; readonly slips: number }[]): readonly Fault[] {
  const field = "classes";
  const sum = (all: readonly { readonly yearGroup: number; readonly slips: number }[], year: number): number => all.filter(({ yearGroup }) => yearGroup === year).reduce((total, { slips }) => total + slips, 0);
  const strange = classes.find(({ yearGroup }) => !years.some((year) => year.yearGroup === yearGroup));
  if (strange) return [{ field, code: "no-such-year", params: { year: strange.yearGroup } }];
  const twice = classes.find(({ yearGroup, name }) => packs.some((pack) => pack.yearGroup === yearGroup && foldedName(pack.className) === foldedName(name)));
  if (twice) return [{ field, code: "class-has-pack", params: { name: twice.name } }];
  return years.flatMap(({ yearGroup, pupils }): Fault[] => {
    const [asked, before] = [sum(classes, yearGroup), sum(packs, yearGroup)];
    return asked > 0 && asked + before > pupils ? [{ field, code: "too-many-slips", params: { year: yearGroup, pupils, before, asked } }] : [];
  });
}
