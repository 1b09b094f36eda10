import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { electionSchools, schools, schoolYears } from "#db/schema/elections/schools.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { YearOfSchool } from "#domain/elections/school-lists.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElection, stageOfElection } from "#features/elections/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export interface JoinSchool {
  /** The form's own number, which becomes the school's in this election: sent twice, it joins once. */
  readonly once: string;
  readonly electionId: string;
  readonly name: BilingualText;
  readonly years: readonly YearOfSchool[];
}

/** A name as the database compares it (`schools_name_key`): what another program calls a space, or a small letter, may differ. */
const folded = (name: string | typeof schools.nameEn) => sql`lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`;

/** A school takes part in an election, with the pupils of each year group; on polling day too, until voting is over. A school of this name is known again. */
export function joinSchool(scope: ActorScope, { once, electionId, name, years }: JoinSchool): Promise<Result<{ readonly id: string }, "voting-over" | "school-joined">> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.join-school", null);
    const election = await getElection(scope, electionId, tx);
    const [before] = await tx.select({ id: electionSchools.id }).from(electionSchools).where(and(eq(electionSchools.councilId, scope.council.id), eq(electionSchools.id, once)));
    if (before) return ok(before);
    const joinedAt = now();
    const stage = stageOfElection(election, joinedAt);
    if (stage === "counting" || stage === "declared") return err("voting-over");
    await tx.insert(schools).values({ id: randomId(), councilId: scope.council.id, nameEn: name.en, nameCy: name.cy }).onConflictDoNothing();
    const [known] = await tx
      .select({ id: schools.id, nameCy: schools.nameCy })
      .from(schools)
      .where(and(eq(schools.councilId, scope.council.id), sql`${folded(schools.nameEn)} = ${folded(name.en)}`));
    const school = found(known, "school");
    if (school.nameCy === "" && name.cy !== "") await tx.update(schools).set({ nameCy: name.cy }).where(eq(schools.id, school.id));
    const [joined] = await tx.insert(electionSchools).values({ id: once, councilId: scope.council.id, electionId, schoolId: school.id, joinedAt, joinedBy: scope.actor.personId }).onConflictDoNothing().returning({ id: electionSchools.id });
    if (!joined) return err("school-joined");
    await tx.insert(schoolYears).values(years.map((year) => ({ electionSchoolId: once, ...year })));
    await record(tx, scope, { act: "school.joined", thing: { kind: "election-school", id: once }, detail: { electionId, name: name.en, pupils: years.reduce((sum, { pupils }) => sum + pupils, 0), onPollingDay: londonDay(joinedAt) === election.calendar.pollingDay } });
    return ok(joined);
  });
}
