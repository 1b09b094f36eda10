import { and, eq, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { rollEntries } from "#db/schema/eligibility/rolls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { matchElector, type ElectorDetails, type Match } from "#domain/eligibility/rolls/match-elector.ts";
import { familyKey, referenceKey } from "#domain/eligibility/rolls/name-forms.ts";
import { areasAround } from "../queries.ts";

/** At most so many entries are compared; more than a tower block has under one postcode. */
const MOST_COMPARED = 2_000;

/** Looks for somebody on a roll of the council. Entries that were removed are not found. */
export async function findElector(scope: AnyScope, rollId: string, details: ElectorDetails): Promise<Match> {
  const { postcode, birthDate, reference, familyName } = details;
  const ways = [
    ...(postcode === "" ? [] : [eq(rollEntries.postcode, postcode)]),
    ...(birthDate === null ? [] : [and(eq(rollEntries.birthDate, birthDate), eq(rollEntries.familyKey, familyKey(familyName)))]),
    ...(reference === "" ? [] : [eq(rollEntries.referenceKey, referenceKey(reference))]),
  ];
  if (ways.length === 0) return { kind: "none" };
  const entries = await database()
    .select({
      id: rollEntries.id,
      givenKey: rollEntries.givenKey,
      familyKey: rollEntries.familyKey,
      postcode: rollEntries.postcode,
      birthDate: rollEntries.birthDate,
      birthYear: rollEntries.birthYear,
      referenceKey: rollEntries.referenceKey,
    })
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), isNull(rollEntries.removedAt), or(...ways)))
    .orderBy(sql`${rollEntries.familyKey} = ${familyKey(familyName)} desc`)
    .limit(MOST_COMPARED);
  return matchElector(details, entries);
}

/**
 * What the roll knows of somebody who was matched to it, laid over what they said: the roll is believed. Being found on a roll
 * is identity level 3; an officer's or One Login's higher level stays.
 */
export async function withElector(scope: AnyScope, claim: Claim, rollId: string, entryId: string): Promise<Claim> {
  const [entry] = await database()
    .select({ areaId: rollEntries.areaId, birthDate: rollEntries.birthDate, birthYear: rollEntries.birthYear, school: rollEntries.school })
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), eq(rollEntries.id, entryId), isNull(rollEntries.removedAt)));
  if (!entry) return claim;
  return {
    ...claim,
    home: entry.areaId === null ? claim.home : await areasAround(scope, entry.areaId),
    age: entry.birthDate !== null ? { kind: "born", on: entry.birthDate } : entry.birthYear !== null && claim.age?.kind !== "born" ? { kind: "born-in", year: entry.birthYear } : claim.age,
    school: entry.school === "" ? claim.school : entry.school,
    electors: { ...claim.electors, [rollId]: entryId },
    identityLevel: claim.identityLevel > 3 ? claim.identityLevel : 3,
  };
}
