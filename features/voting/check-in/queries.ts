import { and, asc, eq, inArray, isNull, like, or } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { rollEntries } from "#db/schema/eligibility/rolls.ts";
import { pollingPlaces, presidingOfficers } from "#db/schema/voting/polling-places.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { rollsOf } from "#domain/eligibility/electorate.ts";
import { nameWords, referenceKey } from "#domain/eligibility/rolls/name-forms.ts";
import { can } from "#domain/policy/authorise.ts";
import { found } from "#domain/policy/access-error.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { getPoll } from "#features/voting/polls/queries.ts";

/** A polling place where the officer may check people in. */
export interface CheckInPlace {
  readonly id: string;
  readonly name: BilingualText;
  readonly presidingOfficers: readonly string[];
}

/** The open places of the council where this officer may check people in, by name. */
export async function listMyPlaces(scope: ActorScope): Promise<readonly CheckInPlace[]> {
  const places = await database()
    .select({ id: pollingPlaces.id, nameEn: pollingPlaces.nameEn, nameCy: pollingPlaces.nameCy })
    .from(pollingPlaces)
    .where(and(eq(pollingPlaces.councilId, scope.council.id), eq(pollingPlaces.closed, false)))
    .orderBy(asc(pollingPlaces.nameEn));
  if (places.length === 0) return [];
  const officers = await database().select().from(presidingOfficers).where(inArray(presidingOfficers.placeId, places.map(({ id }) => id)));
  return places
    .map(({ id, nameEn, nameCy }) => ({ id, name: bilingual(nameEn, nameCy), presidingOfficers: officers.filter(({ placeId }) => placeId === id).map(({ personId }) => personId) }))
    .filter((place) => can(scope.actor, "voter.check-in", place));
}

/** One of them; 404 for another's. */
export async function getMyPlace(scope: ActorScope, placeId: string): Promise<CheckInPlace> {
  return found((await listMyPlaces(scope)).find(({ id }) => id === placeId), "place");
}

/** The rolls that the rules of these ballots name. */
export async function rollsOfPolls(scope: ActorScope, pollIds: readonly string[]): Promise<readonly string[]> {
  const named = await Promise.all(
    pollIds.map(async (pollId) => {
      const { electorateId } = await getPoll(scope, pollId);
      return rollsOf(await getElectorate(scope, electorateId));
    }),
  );
  return [...new Set(named.flat())];
}

/** Somebody on a roll as an officer compares them with the person before them. */
export interface RollPerson {
  readonly id: string;
  readonly rollId: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  /** Date or year of birth, as the roll has it; empty where it has none. */
  readonly born: string;
  readonly school: string;
}

const MOST_FOUND = 20;

/** People on the rolls whose name, postcode or number begins with what was typed. Only where the officer may check people in. */
export async function searchRolls(scope: ActorScope, placeId: string, rollIds: readonly string[], wanted: string): Promise<readonly RollPerson[]> {
  await getMyPlace(scope, placeId);
  const key = referenceKey(wanted);
  const words = nameWords(wanted);
  if (rollIds.length === 0 || key.length < 2) return [];
  const begins = (text: string) => `${text.replace(/[\\%_]/g, "\\$&")}%`;
  const [first = ""] = words;
  const rest = words.slice(1).join("");
  const names = first === "" ? [] : [like(rollEntries.familyKey, begins(words.join(""))), ...(rest === "" ? [like(rollEntries.givenKey, begins(first))] : [and(like(rollEntries.givenKey, begins(first)), like(rollEntries.familyKey, begins(rest)))])];
  const rows = await database()
    .select()
    .from(rollEntries)
    .where(
      and(
        eq(rollEntries.councilId, scope.council.id),
        inArray(rollEntries.rollId, [...rollIds]),
        isNull(rollEntries.removedAt),
        or(eq(rollEntries.referenceKey, key), like(rollEntries.postcode, begins(key)), ...names),
      ),
    )
    .orderBy(asc(rollEntries.familyKey), asc(rollEntries.givenKey))
    .limit(MOST_FOUND);
  return rows.map((row) => ({
    id: row.id,
    rollId: row.rollId,
    name: [row.givenNames, row.familyName].filter((part) => part !== "").join(" "),
    address: row.address,
    postcode: row.postcode,
    born: row.birthDate ?? (row.birthYear === null ? "" : String(row.birthYear)),
    school: row.school,
  }));
}
