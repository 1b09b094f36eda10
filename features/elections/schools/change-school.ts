import { and, eq, ne, notInArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { codePacks, electionSchools, schoolYears } from "#db/schema/elections/schools.ts";
import { codeBatches } from "#db/schema/voting/access-codes.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { YearOfSchool } from "#domain/elections/school-lists.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { lockSchool, type AtSchool } from "./load-school.ts";

/** Slips in packs that are not void for each year group that has any pack. */
async function slipsByYear(tx: Transaction, schoolId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .select({ yearGroup: codePacks.yearGroup, slips: sql<number>`coalesce(sum(${codePacks.slips}) filter (where ${ne(codeBatches.state, "revoked")}), 0)::integer` })
    .from(codePacks)
    .innerJoin(codeBatches, eq(codeBatches.id, codePacks.batchId))
    .where(eq(codePacks.electionSchoolId, schoolId))
    .groupBy(codePacks.yearGroup);
  return new Map(rows.map(({ yearGroup, slips }) => [yearGroup, slips]));
}

/** Sets the year groups of a school and their pupils anew. A year group keeps as many pupils as it has slips, and stays while it has a pack. */
export function changeYears(scope: ActorScope, { years, ...at }: AtSchool & { readonly years: readonly YearOfSchool[] }): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.join-school", null);
    const { id } = await lockSchool(tx, scope, at);
    const packed = await slipsByYear(tx, id);
    const faults = [...packed].flatMap(([year, slips]): Fault[] => {
      const pupils = years.find(({ yearGroup }) => yearGroup === year)?.pupils;
      if (pupils === undefined) return [{ field: "years", code: "year-has-packs", params: { year } }];
      return pupils < slips ? [{ field: "years", code: "fewer-pupils", params: { year, pupils, slips } }] : [];
    });
    const [fault] = faults;
    if (fault) return err([fault]);
    const groups = years.map(({ yearGroup }) => yearGroup);
    await tx.delete(schoolYears).where(and(eq(schoolYears.electionSchoolId, id), notInArray(schoolYears.yearGroup, groups)));
    await tx
      .insert(schoolYears)
      .values(years.map((year) => ({ electionSchoolId: id, ...year })))
      .onConflictDoUpdate({ target: [schoolYears.electionSchoolId, schoolYears.yearGroup], set: { pupils: sql`excluded.pupils` } });
    await record(tx, scope, { act: "school.changed", thing: { kind: "election-school", id }, detail: { years: Object.fromEntries(years.map(({ yearGroup, pupils }) => [String(yearGroup), pupils])) } });
    return ok();
  });
}

/** Says which polling place a school is; null for none, where slips are only handed out in class. */
export function setPlace(scope: ActorScope, { placeId, ...at }: AtSchool & { readonly placeId: string | null }): Promise<Result<void, "no-such-place">> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.join-school", null);
    const { id } = await lockSchool(tx, scope, at);
    if (placeId !== null) {
      const [place] = await tx
        .select({ id: pollingPlaces.id })
        .from(pollingPlaces)
        .where(and(eq(pollingPlaces.councilId, scope.council.id), eq(pollingPlaces.id, placeId), eq(pollingPlaces.closed, false)));
      if (!place) return err("no-such-place");
    }
    await tx.update(electionSchools).set({ placeId }).where(eq(electionSchools.id, id));
    await record(tx, scope, { act: "school.changed", thing: { kind: "election-school", id }, detail: { placeId } });
    return ok();
  });
}

/** A school takes no part after all: only while nothing was made for it. */
export function leaveElection(scope: ActorScope, at: AtSchool): Promise<Result<void, "school-has-packs">> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.join-school", null);
    const { id } = await lockSchool(tx, scope, at);
    const [pack] = await tx.select({ batchId: codePacks.batchId }).from(codePacks).where(eq(codePacks.electionSchoolId, id)).limit(1);
    if (pack) return err("school-has-packs");
    await tx.delete(electionSchools).where(eq(electionSchools.id, id));
    await record(tx, scope, { act: "school.left", thing: { kind: "election-school", id }, detail: { electionId: at.electionId } });
    return ok();
  });
}
