import { and, asc, count, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, AnyScope, MemberScope } from "#domain/councils/scope.ts";
import { shownName, tellApart, type CandidateName } from "#domain/elections/names-on-paper.ts";
import type { NominationState } from "#domain/elections/nomination.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";
import { hashOfCode } from "./code-hash.ts";
import { paperName } from "./paper-name.ts";

type Row = typeof nominations.$inferSelect;

/** A row as its name is told from others. */
export const asCandidateName = (row: Pick<Row, "id" | "givenName" | "surname" | "showsSurname" | "school" | "yearGroup" | "tellApartEn" | "tellApartCy">): CandidateName => ({
  id: row.id,
  givenName: row.givenName,
  surname: row.surname,
  showsSurname: row.showsSurname,
  school: row.school,
  yearGroup: row.yearGroup,
  tellApart: row.tellApartEn || row.tellApartCy,
});

/** Somebody who stands, as everybody may see them: never a surname they did not want shown, never an age. */
export interface CandidateInView {
  readonly id: string;
  readonly contestId: string;
  readonly number: number;
  /** On the paper, by lot; null until it is drawn. */
  readonly place: number | null;
  /** As it stands on the paper. */
  readonly name: BilingualText;
  /** For "vote for Amara". */
  readonly givenName: string;
  readonly school: string;
  readonly yearGroup: number | null;
  readonly statement: BilingualText;
  readonly promises: BilingualText;
  readonly photo: PhotoInView | null;
  readonly videoUrl: string;
  /** They stepped back after the papers were printed. */
  readonly withdrawn: boolean;
}

const NO_WORDS: BilingualText = { en: "", cy: "" };

/** Everybody who stands in these contests, in the order of the paper where the lot is drawn, else of their numbers. Withdrawn ones only where their name is on the paper. */
export async function listCandidates(scope: AnyScope, contestIds: readonly string[], executor: Executor = database()): Promise<readonly CandidateInView[]> {
  if (contestIds.length === 0) return [];
  const rows = await executor
    .select()
    .from(nominations)
    .where(and(eq(nominations.councilId, scope.council.id), inArray(nominations.contestId, [...contestIds]), or(eq(nominations.state, "accepted"), eq(nominations.withdrawnAfterPrint, true))))
    .orderBy(asc(nominations.contestId), asc(nominations.place), asc(nominations.number));
  const photos = await findPhotos(scope.council.id, rows.flatMap(({ photoId }) => (photoId === null ? [] : [photoId])));
  return contestIds.flatMap((contestId) => {
    const here = rows.filter((row) => row.contestId === contestId);
    const told = tellApart(here.map(asCandidateName));
    // Of whoever stepped back only the name is left, which stands on the paper.
    return here.map((row) => ({ row, stands: row.state !== "withdrawn" })).map(({ row, stands }) => ({
      id: row.id,
      contestId,
      number: row.number,
      place: row.place,
      name: paperName(row, told.get(row.id) ?? "name"),
      givenName: row.givenName,
      school: row.school,
      yearGroup: row.yearGroup,
      statement: stands ? bilingual(row.statementEn, row.statementCy) : NO_WORDS,
      promises: stands ? bilingual(row.promisesEn, row.promisesCy) : NO_WORDS,
      photo: !stands || row.photoId === null ? null : (photos.get(row.photoId) ?? null),
      videoUrl: stands ? row.videoUrl : "",
      withdrawn: !stands,
    }));
  });
}

export interface NominatorInView {
  readonly id: string;
  readonly name: string;
  readonly school: string;
  readonly how: "code" | "paper";
  readonly standing: "asked" | "confirmed" | "declined";
}

/** A nomination with everything its candidate wrote and its officer checks. */
export interface NominationInView {
  readonly id: string;
  readonly contestId: string;
  readonly number: number;
  readonly state: NominationState;
  readonly givenName: string;
  readonly surname: string;
  readonly showsSurname: boolean;
  /** As people would see it. */
  readonly shownName: string;
  readonly school: string;
  readonly yearGroup: number | null;
  readonly born: CivilDay | null;
  readonly tellApart: BilingualText;
  readonly statement: BilingualText;
  readonly promises: BilingualText;
  readonly photo: PhotoInView | null;
  readonly videoUrl: string;
  readonly videoCaptioned: boolean;
  readonly consent: "not-needed" | "needed" | "asked" | "given";
  readonly consentBy: string;
  readonly consentHow: string;
  readonly parentName: string;
  readonly parentEmail: string;
  readonly reason: BilingualText;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnAfterPrint: boolean;
  readonly place: number | null;
  /** Those who confirmed first. */
  readonly nominators: readonly NominatorInView[];
  readonly confirmed: number;
}

async function inView(scope: AnyScope, row: Row): Promise<NominationInView> {
  const behind = await database().select().from(nominators).where(eq(nominators.nominationId, row.id)).orderBy(asc(nominators.confirmedAt), asc(nominators.askedAt));
  const photo = row.photoId === null ? null : ((await findPhotos(scope.council.id, [row.photoId])).get(row.photoId) ?? null);
  return {
    id: row.id,
    contestId: row.contestId,
    number: row.number,
    state: row.state,
    givenName: row.givenName,
    surname: row.surname,
    showsSurname: row.showsSurname,
    shownName: shownName(asCandidateName(row)),
    school: row.school,
    yearGroup: row.yearGroup,
    born: row.born,
    tellApart: bilingual(row.tellApartEn, row.tellApartCy),
    statement: bilingual(row.statementEn, row.statementCy),
    promises: bilingual(row.promisesEn, row.promisesCy),
    photo,
    videoUrl: row.videoUrl,
    videoCaptioned: row.videoCaptioned,
    consent: !row.consentNeeded ? "not-needed" : row.consentAt !== null ? "given" : row.consentAskedAt === null ? "needed" : "asked",
    consentBy: row.consentBy,
    consentHow: row.consentHow,
    parentName: row.parentName,
    parentEmail: row.parentEmail,
    reason: bilingual(row.reasonEn, row.reasonCy),
    sentAt: row.sentAt,
    decidedAt: row.decidedAt,
    withdrawnAt: row.withdrawnAt,
    withdrawnAfterPrint: row.withdrawnAfterPrint,
    place: row.place,
    nominators: behind.map(({ id, name, school, how, confirmedAt, declinedAt }) => ({ id, name, school, how: how === "paper" ? "paper" : "code", standing: confirmedAt !== null ? "confirmed" : declinedAt !== null ? "declined" : "asked" })),
    confirmed: behind.filter(({ confirmedAt }) => confirmedAt !== null).length,
  };
}

/** The person's own nomination in an election, the one that stands before those that ended; null where they have begun none. */
export async function findOwnNomination(scope: MemberScope, electionId: string): Promise<NominationInView | null> {
  const [row] = await database()
    .select({ nomination: nominations })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.personId, scope.actor.personId)))
    .orderBy(sql`${nominations.state} in ('withdrawn', 'rejected')`, desc(nominations.changedAt))
    .limit(1);
  return row ? inView(scope, row.nomination) : null;
}

export interface NominationOnDesk {
  readonly contestId: string;
  readonly number: number;
  readonly state: NominationState;
  readonly name: string;
  readonly school: string;
  readonly confirmed: number;
  readonly consentMissing: boolean;
  readonly sentAt: Date | null;
}

/** Every nomination of an election that was begun, those waiting for a decision first. For officers. */
export async function listNominations(scope: ActorScope, electionId: string): Promise<readonly NominationOnDesk[]> {
  authorise(scope, "nomination.see", null);
  const rows = await database()
    .select({ nomination: nominations, confirmed: count(nominators.id) })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .leftJoin(nominators, and(eq(nominators.nominationId, nominations.id), isNotNull(nominators.confirmedAt)))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId)))
    .groupBy(nominations.id, contests.position)
    .orderBy(asc(contests.position), asc(nominations.number));
  const waiting = (state: NominationState): number => ["sent", "accepted", "draft", "rejected", "withdrawn"].indexOf(state);
  return rows
    .map(({ nomination: row, confirmed }) => ({
      contestId: row.contestId,
      number: row.number,
      state: row.state,
      name: `${row.givenName} ${row.surname}`.trim(),
      school: row.school,
      confirmed,
      consentMissing: row.consentNeeded && row.consentAt === null,
      sentAt: row.sentAt,
    }))
    .sort((a, b) => waiting(a.state) - waiting(b.state));
}

/** How many nominations of each election of the council are sent and not decided. */
export async function countSent(scope: ActorScope): Promise<ReadonlyMap<string, number>> {
  authorise(scope, "nomination.see", null);
  const rows = await database()
    .select({ electionId: contests.electionId, sent: count() })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(nominations.state, "sent")))
    .groupBy(contests.electionId);
  return new Map(rows.map(({ electionId, sent }) => [electionId, sent]));
}

/** One nomination for the officers who check it; 404 where there is none. */
export async function getNomination(scope: ActorScope, electionId: string, contestId: string, number: number): Promise<NominationInView> {
  authorise(scope, "nomination.see", null);
  const [row] = await database()
    .select({ nomination: nominations })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.contestId, contestId), eq(nominations.number, number)));
  return inView(scope, found(row, "nomination").nomination);
}

/** Who is behind a nominator's code, before they answer; null where nobody is. */
export async function findAsked(scope: AnyScope, electionId: string, code: string): Promise<{ readonly name: string; readonly candidate: string; readonly standing: NominatorInView["standing"]; readonly open: boolean } | null> {
  const [row] = await database()
    .select({ nominator: nominators, given: nominations.givenName, surname: nominations.surname, state: nominations.state })
    .from(nominators)
    .innerJoin(nominations, eq(nominations.id, nominators.nominationId))
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominators.codeHash, hashOfCode(code))));
  if (!row) return null;
  const { name, confirmedAt, declinedAt } = row.nominator;
  return { name, candidate: `${row.given} ${row.surname}`.trim(), standing: confirmedAt !== null ? "confirmed" : declinedAt !== null ? "declined" : "asked", open: row.state === "draft" };
}

/** What a parent is asked to agree to, by their code; null where there is none. */
export async function findConsentAsked(scope: AnyScope, electionId: string, code: string): Promise<(Pick<NominationInView, "givenName" | "shownName" | "school" | "yearGroup" | "statement" | "promises" | "photo" | "videoUrl" | "showsSurname" | "parentName"> & { readonly given: boolean; readonly open: boolean }) | null> {
  const [row] = await database()
    .select({ nomination: nominations })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.consentCodeHash, hashOfCode(code))));
  if (!row) return null;
  const view = await inView(scope, row.nomination);
  return { ...view, given: view.consent === "given", open: view.state === "draft" || view.state === "sent" };
}
