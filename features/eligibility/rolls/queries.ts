import { and, asc, count, eq, inArray, like, or, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { rollEnquiries, rollEntries, rolls } from "#db/schema/eligibility/rolls.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { RollEnquiryState } from "#domain/eligibility/rolls/enquiry.ts";
import type { ElectorDetails } from "#domain/eligibility/rolls/match-elector.ts";
import { nameWords, referenceKey } from "#domain/eligibility/rolls/name-forms.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listImports, type ImportInView } from "#features/councils/imports/queries.ts";
import { unseal } from "#platform/keys.ts";
import { randomId } from "#platform/random.ts";
import { namesOfAreas } from "../queries.ts";
import { findElector } from "./find-elector.ts";

export interface RollChoice {
  readonly id: string;
  readonly name: string;
}

/** The council's rolls by name, for choosing one. */
export const listRollChoices = (scope: AnyScope): Promise<readonly RollChoice[]> =>
  database().select({ id: rolls.id, name: rolls.name }).from(rolls).where(eq(rolls.councilId, scope.council.id)).orderBy(asc(rolls.name));

/** Whether the council has this roll. */
export async function hasRoll(scope: AnyScope, id: string, executor: Executor = database()): Promise<boolean> {
  if (!isUuid(id)) return false;
  const there = await executor.select({ id: rolls.id }).from(rolls).where(and(eq(rolls.councilId, scope.council.id), eq(rolls.id, id)));
  return there.length > 0;
}

/** What rolls of the council are called, by id. */
export async function namesOfRolls(scope: AnyScope, ids: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const named = await executor.select({ id: rolls.id, name: rolls.name }).from(rolls).where(and(eq(rolls.councilId, scope.council.id), inArray(rolls.id, [...ids])));
  return new Map(named.map(({ id, name }) => [id, name]));
}

export interface RollInView extends RollChoice {
  readonly people: number;
  readonly removed: number;
  readonly corrected: number;
  /** Ballots whose rules name it. */
  readonly ballots: number;
}

/** The council's rolls with how many stand on each. */
export async function listRolls(scope: ActorScope): Promise<readonly RollInView[]> {
  authorise(scope, "roll.manage", undefined);
  return database().execute<{ [K in keyof RollInView]: RollInView[K] }>(sql`
    select r.id, r.name,
      (select count(*) filter (where removed_at is null)::integer from roll_entries e where e.roll_id = r.id) as people,
      (select count(*)::integer from roll_entries e where e.roll_id = r.id and removed_at is not null) as removed,
      (select count(*)::integer from roll_entries e where e.roll_id = r.id and corrected) as corrected,
      (select count(*)::integer from electorate_rolls n where n.roll_id = r.id) as ballots
    from rolls r where r.council_id = ${scope.council.id} order by lower(r.name)`);
}

/** One roll; 404 for another council's. */
export async function getRoll(scope: ActorScope, id: string): Promise<RollInView> {
  return found((await listRolls(scope)).find((roll) => roll.id === id), "roll");
}

export interface EntryInView {
  readonly id: string;
  readonly reference: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly address: string;
  readonly postcode: string;
  readonly school: string;
  readonly yearGroup: string;
  readonly areaId: string | null;
  readonly removedAt: Date | null;
  readonly removedReason: string;
  readonly corrected: boolean;
}

const entryColumns = {
  id: rollEntries.id,
  reference: rollEntries.reference,
  givenNames: rollEntries.givenNames,
  familyName: rollEntries.familyName,
  birthDate: rollEntries.birthDate,
  birthYear: rollEntries.birthYear,
  address: rollEntries.address,
  postcode: rollEntries.postcode,
  school: rollEntries.school,
  yearGroup: rollEntries.yearGroup,
  areaId: rollEntries.areaId,
  removedAt: rollEntries.removedAt,
  removedReason: rollEntries.removedReason,
  corrected: rollEntries.corrected,
};

const ENTRIES_SHOWN = 50;

/** People on a roll by name, a page at a time from 0; `wanted` is part of a name, a postcode or a number, or empty for everybody. */
export async function findEntries(scope: ActorScope, rollId: string, wanted: string, page: number): Promise<{ readonly entries: readonly EntryInView[]; readonly total: number; readonly more: boolean }> {
  authorise(scope, "roll.manage", undefined);
  const here = and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), wanted === "" ? undefined : matching(wanted));
  const [entries, counted] = await Promise.all([
    database().select(entryColumns).from(rollEntries).where(here).orderBy(asc(rollEntries.familyKey), asc(rollEntries.givenKey), asc(rollEntries.id)).limit(ENTRIES_SHOWN).offset(page * ENTRIES_SHOWN),
    database().select({ total: count() }).from(rollEntries).where(here),
  ]);
  const total = counted[0]?.total ?? 0;
  return { entries, total, more: (page + 1) * ENTRIES_SHOWN < total };
}

/** What a search means: a number, a postcode or the beginning of one, the beginnings of names in any order. */
function matching(wanted: string) {
  const begins = (text: string) => `${text.replace(/[\\%_]/g, "\\$&")}%`;
  const words = nameWords(wanted);
  const [first = ""] = words;
  const rest = words.slice(1).join("");
  const key = referenceKey(wanted);
  if (key === "") return sql`false`;
  const names =
    first === ""
      ? []
      : [
          like(rollEntries.familyKey, begins(words.join(""))),
          like(rollEntries.givenKey, begins(words.join(" "))),
          ...(rest === "" ? [] : [and(like(rollEntries.givenKey, begins(first)), like(rollEntries.familyKey, begins(rest))), and(like(rollEntries.givenKey, begins(rest)), like(rollEntries.familyKey, begins(first)))]),
        ];
  return or(eq(rollEntries.referenceKey, key), like(rollEntries.postcode, begins(key)), ...names);
}

/** One entry of a roll; 404 where it is not on it. */
export async function getEntry(scope: ActorScope, rollId: string, entryId: string): Promise<EntryInView> {
  authorise(scope, "roll.manage", undefined);
  const [row] = isUuid(entryId) && isUuid(rollId)
    ? await database().select(entryColumns).from(rollEntries).where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), eq(rollEntries.id, entryId)))
    : [];
  return found(row, "roll entry");
}

/** Entries by their ids, for comparing. */
export const listEntries = (scope: ActorScope, ids: readonly string[]): Promise<readonly EntryInView[]> =>
  ids.length === 0 ? Promise.resolve([]) : database().select(entryColumns).from(rollEntries).where(and(eq(rollEntries.councilId, scope.council.id), inArray(rollEntries.id, [...ids])));

/** The entry of a number; null where nobody has it. */
export async function findByReference(scope: ActorScope, rollId: string, reference: string): Promise<string | null> {
  authorise(scope, "roll.manage", undefined);
  const [row] = await database()
    .select({ id: rollEntries.id })
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), eq(rollEntries.referenceKey, referenceKey(reference))));
  return row?.id ?? null;
}

/** The files of one roll, newest first. */
export const listRollImports = (scope: ActorScope, rollId: string): Promise<readonly ImportInView[]> => listImports(scope, "roll", { rollId });

export interface EnquiryInView {
  readonly id: string;
  readonly rollId: string;
  readonly rollName: string;
  readonly state: RollEnquiryState;
  readonly email: string;
  readonly details: ElectorDetails;
  readonly locale: "en" | "cy";
  readonly voteSlug: string;
  readonly entryId: string | null;
  readonly reason: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** Requests that wait for an answer, the oldest first. */
export async function listEnquiries(scope: ActorScope): Promise<readonly EnquiryInView[]> {
  authorise(scope, "roll.manage", undefined);
  const rows = await database()
    .select({ enquiry: rollEnquiries, rollName: rolls.name })
    .from(rollEnquiries)
    .innerJoin(rolls, eq(rolls.id, rollEnquiries.rollId))
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.state, "waiting")))
    .orderBy(asc(rollEnquiries.askedAt));
  return rows.map(({ enquiry, rollName }) => inView(enquiry, rollName));
}

/** How many requests wait, and since when the oldest does. */
export async function countEnquiries(scope: ActorScope): Promise<{ readonly count: number; readonly since: Date | null }> {
  authorise(scope, "roll.manage", undefined);
  const [row] = await database()
    .select({ count: sql<number>`count(*)::integer`, since: sql<string | null>`min(${rollEnquiries.askedAt})::text` })
    .from(rollEnquiries)
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.state, "waiting")));
  return { count: row?.count ?? 0, since: row?.since ? new Date(row.since) : null };
}

/** One request; 404 for another council's. */
export async function getEnquiry(scope: ActorScope, id: string): Promise<EnquiryInView> {
  authorise(scope, "roll.manage", undefined);
  const [row] = await database()
    .select({ enquiry: rollEnquiries, rollName: rolls.name })
    .from(rollEnquiries)
    .innerJoin(rolls, eq(rolls.id, rollEnquiries.rollId))
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.id, isUuid(id) ? id : NOBODY)));
  const { enquiry, rollName } = found(row, "enquiry");
  return inView(enquiry, rollName);
}

function inView(row: typeof rollEnquiries.$inferSelect, rollName: string): EnquiryInView {
  const { id, rollId, state, locale, voteSlug, entryId, reason, askedAt, answeredAt } = row;
  return { id, rollId, rollName, state, locale, voteSlug, entryId, reason, askedAt, answeredAt, email: unseal("roll-enquiry", row.sealedEmail), details: JSON.parse(unseal("roll-enquiry", row.sealedDetails)) as ElectorDetails };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The entries nearest to what somebody typed, for an officer to compare. */
export async function listCandidates(scope: ActorScope, { rollId, details }: EnquiryInView): Promise<readonly EntryInView[]> {
  const match = await findElector(scope, rollId, details);
  return listEntries(scope, match.kind === "unsure" ? match.entryIds.slice(0, 20) : match.kind === "one" ? [match.entryId] : []);
}

/** What the page of rolls shows, and a fresh number for its form. */
export async function getRollsPage(scope: ActorScope) {
  const [all, enquiries] = await Promise.all([listRolls(scope), listEnquiries(scope)]);
  return { rolls: all, waiting: enquiries.length, once: randomId() };
}

/** What the page of one roll shows. */
export async function getRollPage(scope: ActorScope, rollId: string, wanted: string, page: number) {
  const roll = await getRoll(scope, rollId);
  const [imports, entries] = await Promise.all([listRollImports(scope, rollId), findEntries(scope, rollId, wanted, page)]);
  const areaNames = await namesOfAreas(scope, [...new Set(entries.entries.flatMap(({ areaId }) => areaId ?? []))]);
  return { roll, imports, found: entries, areaNames, once: randomId() };
}
