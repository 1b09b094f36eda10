import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { printPapers } from "#features/elections/papers/print-papers.ts";
import { findCircle } from "#features/voting/key-holders/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { ProgramAway } from "#platform/programs/ask-program.ts";
import { renewPages } from "#platform/renewal.ts";
import { getElectionForOfficers } from "./queries.ts";

/**
 * The returning officer makes the ballot papers: every candidate stands on them in the order of the lot, and nothing of them changes any
 * more. From here on the vote is public. Refused once voting should have begun. The form sent twice makes them once.
 */
export async function publishPapers(scope: ActorScope, engagementId: string): Promise<Result<void, readonly Fault[]>> {
  try {
    return await inTransaction(async (tx) => {
      const { election, ...engagement } = await getElectionForOfficers(scope, engagementId, tx);
      const done = engagement.state === "published";
      authorise(scope, "election.print", done ? { ...engagement, state: "approved" } : engagement);
      if (done) return ok();
      const at = now();
      if (at >= election.at.closesAt) return err([{ field: "", code: "closes-in-the-past" }]);
      const circle = await findCircle(scope, engagementId, tx);
      const printed = await printPapers(tx, scope, election, circle?.id ?? null);
      if (!printed.ok) throw new NotPrinted(printed.error);
      await tx
        .update(engagements)
        .set({ state: "published", publishedAt: at })
        .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
      await record(tx, scope, { act: "election.papers-made", thing: { kind: "engagement", id: engagementId }, detail: { slug: engagement.slug } });
      await emit(tx, { event: "engagement.published", councilId: scope.council.id, payload: { engagementId, slug: engagement.slug } });
      await renewPages(tx, scope.council.slug);
      return ok();
    });
  } catch (fault) {
    if (fault instanceof NotPrinted || fault instanceof ProgramAway) return err([{ field: "", code: fault.code }]);
    throw fault;
  }
}

/** Thrown so that the transaction is undone: some papers were made before one refused. */
class NotPrinted extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
