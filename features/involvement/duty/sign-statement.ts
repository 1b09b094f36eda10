import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { dutyStatements } from "#db/schema/involvement/duty.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { findStatement, type StatementInView } from "./queries.ts";

export interface StatementToSign extends Omit<StatementInView, "version" | "signedAt"> {
  /** The version whose text the form showed; 0 where there was none. */
  readonly after: number;
}

/**
 * Signs what the council says of a year: a foreword, where it fell short, and the two who answer for it. Earlier versions stay.
 * The same form sent twice signs once; a version that somebody else signed meanwhile is not written over.
 */
export async function signStatement(scope: ActorScope, given: StatementToSign): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  authorise(scope, "duty.sign-statement", null);
  return inTransaction(async (tx) => {
    const missing = wordsMissing(scope, given);
    if (missing.length > 0) return err(missing);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('duty register ' || ${scope.council.id}::text, 0))`);
    const stands = await findStatement(scope, given.year, tx);
    if ((stands?.version ?? 0) !== given.after) return stands && isSame(stands, given) ? ok() : err("changed-meanwhile");
    const version = given.after + 1;
    await tx.insert(dutyStatements).values({
      councilId: scope.council.id,
      year: given.year,
      version,
      forewordEn: given.foreword.en,
      forewordCy: given.foreword.cy,
      shortfallEn: given.shortfall.en,
      shortfallCy: given.shortfall.cy,
      leaderName: given.leaderName,
      leaderPostEn: given.leaderPost.en,
      leaderPostCy: given.leaderPost.cy,
      officerName: given.officerName,
      officerPostEn: given.officerPost.en,
      officerPostCy: given.officerPost.cy,
      signedBy: scope.actor.personId,
      signedAt: now(),
    });
    await record(tx, scope, { act: "duty.statement-signed", thing: { kind: "duty-statement", id: String(given.year) }, detail: { version } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

const same = (one: BilingualText, other: BilingualText): boolean => one.en === other.en && one.cy === other.cy;

const isSame = (one: StatementInView, other: StatementToSign): boolean =>
  same(one.foreword, other.foreword) &&
  same(one.shortfall, other.shortfall) &&
  same(one.leaderPost, other.leaderPost) &&
  same(one.officerPost, other.officerPost) &&
  one.leaderName === other.leaderName &&
  one.officerName === other.officerName;

function wordsMissing({ council }: ActorScope, { foreword, shortfall, leaderPost, officerPost }: StatementToSign): Fault[] {
  const empty = (field: string, text: BilingualText): Fault[] => [
    ...(text.en.trim() === "" ? [{ field: `${field}En`, code: "required" }] : []),
    ...(council.welsh && text.cy.trim() === "" ? [{ field: `${field}Cy`, code: "required" }] : []),
  ];
  // A year may have no shortfall; but one that is said is said in both languages.
  const said = shortfall.en.trim() !== "" || shortfall.cy.trim() !== "";
  return [...empty("foreword", foreword), ...(said ? empty("shortfall", shortfall) : []), ...empty("leaderPost", leaderPost), ...empty("officerPost", officerPost)];
}
