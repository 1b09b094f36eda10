import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { dutyRecordAreas, dutyRecordEngagements, dutyRecords, dutyRecordVersions } from "#db/schema/involvement/duty.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { DutyGroup, DutySubject } from "#domain/involvement/duty.ts";
import type { Level } from "#domain/involvement/engagement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listStatutes } from "#features/involvement/statutes/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { getRecord, nextNumber } from "./queries.ts";

export interface RecordToSign {
  readonly subject: DutySubject;
  readonly title: BilingualText;
  readonly service: BilingualText;
  readonly affected: BilingualText;
  readonly groups: readonly DutyGroup[];
  /** None for the whole council. */
  readonly areaIds: readonly string[];
  /** Null where none is appropriate. */
  readonly level: Level | null;
  /** Why this level, or why none. */
  readonly reason: BilingualText;
  readonly statute: string;
  readonly statutoryBasis: string;
  readonly decidedBy: BilingualText;
  readonly decidesOn: CivilDay | null;
  readonly engagementIds: readonly string[];
  readonly signedName: string;
  readonly signedPost: string;
}

/** Which record: a new one by its form's one-use number, or a later version of one that stands. */
export type WhichRecord = { readonly once: string } | { readonly number: number; /** The version whose text the form showed. */ readonly after: number; readonly because: string };

/**
 * Signs a duty record, or a new version of one: who is affected by a function or decision, how far they are involved and why, or why not at all.
 * What was signed stays. Sending the same form twice signs once; a version that somebody else has followed meanwhile is not written over.
 */
export async function signRecord(scope: ActorScope, which: WhichRecord, given: RecordToSign): Promise<Result<{ readonly number: number }, "changed-meanwhile" | readonly Fault[]>> {
  authorise(scope, "duty.sign-record", null);
  return inTransaction(async (tx) => {
    const faults = [...wordsMissing(scope, which, given), ...(await unknownThings(tx, scope, given))];
    if (faults.length > 0) return err(faults);
    // One at a time in a council, so that numbers and versions follow each other without gaps.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('duty register ' || ${scope.council.id}::text, 0))`);
    const place = await placeOf(tx, scope, which);
    if (place === "done-before" || place === "changed-meanwhile") return place === "changed-meanwhile" ? err("changed-meanwhile") : ok({ number: await numberOf(tx, which) });
    const { id, number, version } = place;
    if (version === 1) await tx.insert(dutyRecords).values({ id, councilId: scope.council.id, number });
    await tx.insert(dutyRecordVersions).values({
      recordId: id,
      version,
      subject: given.subject,
      titleEn: given.title.en,
      titleCy: given.title.cy,
      serviceEn: given.service.en,
      serviceCy: given.service.cy,
      affectedEn: given.affected.en,
      affectedCy: given.affected.cy,
      groups: [...given.groups],
      level: given.level,
      reasonEn: given.reason.en,
      reasonCy: given.reason.cy,
      statute: given.statute,
      statutoryBasis: given.statutoryBasis,
      decidedByEn: given.decidedBy.en,
      decidedByCy: given.decidedBy.cy,
      decidesOn: given.decidesOn,
      signedBy: scope.actor.personId,
      signedName: given.signedName,
      signedPost: given.signedPost,
      signedAt: now(),
      changedBecause: "because" in which ? which.because : "",
    });
    if (given.areaIds.length > 0) await tx.insert(dutyRecordAreas).values(given.areaIds.map((areaId) => ({ recordId: id, version, areaId })));
    if (given.engagementIds.length > 0) await tx.insert(dutyRecordEngagements).values(given.engagementIds.map((engagementId) => ({ recordId: id, version, engagementId })));
    await record(tx, scope, { act: version === 1 ? "duty.signed" : "duty.signed-again", thing: { kind: "duty-record", id }, detail: { number, version, level: given.level } });
    await renewPages(tx, scope.council.slug);
    return ok({ number });
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0];

const idOf = (which: WhichRecord): string => ("once" in which ? which.once : "");

async function numberOf(tx: Tx, which: WhichRecord): Promise<number> {
  if ("number" in which) return which.number;
  const [row] = await tx.select({ number: dutyRecords.number }).from(dutyRecords).where(eq(dutyRecords.id, which.once));
  return row?.number ?? 0;
}

async function placeOf(tx: Tx, scope: ActorScope, which: WhichRecord): Promise<"done-before" | "changed-meanwhile" | { readonly id: string; readonly number: number; readonly version: number }> {
  if ("once" in which) {
    const [known] = await tx.select({ councilId: dutyRecords.councilId }).from(dutyRecords).where(eq(dutyRecords.id, idOf(which)));
    if (known) return known.councilId === scope.council.id ? "done-before" : "changed-meanwhile";
    return { id: which.once, number: await nextNumber(scope, tx), version: 1 };
  }
  const [newest] = await getRecord(scope, which.number, tx);
  if (newest.version === which.after) return { id: newest.id, number: newest.number, version: newest.version + 1 };
  // The same form sent again finds its own version there.
  return newest.version === which.after + 1 && newest.changedBecause === which.because ? "done-before" : "changed-meanwhile";
}

function wordsMissing({ council }: ActorScope, which: WhichRecord, { subject, title, service, affected, reason, decidedBy }: RecordToSign): Fault[] {
  const asked = { title, service, affected, reason, ...(subject === "decision" ? { decidedBy } : {}) };
  return [
    ...Object.entries(asked).flatMap(([field, text]) => [
      ...(text.en.trim() === "" ? [{ field: `${field}En`, code: "required" }] : []),
      ...(council.welsh && text.cy.trim() === "" ? [{ field: `${field}Cy`, code: "required" }] : []),
    ]),
    ...("because" in which && which.because.trim() === "" ? [{ field: "because", code: "required" }] : []),
  ];
}

async function unknownThings(tx: Tx, scope: ActorScope, { areaIds, engagementIds, statute }: RecordToSign): Promise<Fault[]> {
  const here = scope.council.id;
  const ownAreas = areaIds.length === 0 ? [] : await tx.select({ id: areas.id }).from(areas).where(and(eq(areas.councilId, here), inArray(areas.id, [...areaIds])));
  const own = engagementIds.length === 0 ? [] : await tx.select({ id: engagements.id }).from(engagements).where(and(eq(engagements.councilId, here), inArray(engagements.id, [...engagementIds])));
  const known = statute === "" || (await listStatutes(scope, tx)).some(({ code }) => code === statute);
  return [
    ...(ownAreas.length === areaIds.length ? [] : [{ field: "areaIds", code: "choose-one" }]),
    ...(own.length === engagementIds.length ? [] : [{ field: "engagementIds", code: "choose-one" }]),
    ...(known ? [] : [{ field: "statute", code: "choose-one" }]),
  ];
}
