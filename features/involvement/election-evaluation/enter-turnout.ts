import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { earlierTurnouts } from "#db/schema/elections/earlier-turnouts.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ElectionTemplate } from "#domain/elections/template.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface EnterTurnout {
  /** The form's one-use number; becomes the entry's id. */
  readonly once: string;
  readonly template: ElectionTemplate;
  readonly title: BilingualText;
  readonly pollingDay: CivilDay;
  readonly voted: number;
  /** Null where nobody knows how many could have voted. */
  readonly electors: number | null;
  /** Where the figures are from. */
  readonly source: BilingualText;
}

/** Enters the turnout of an election that was held before Folkmoot: one for a polling day of each kind of election. The form sent twice enters it once. */
export function enterTurnout(scope: ActorScope, { once, title, source, ...figures }: EnterTurnout): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.enter-turnout", null);
    const councilId = scope.council.id;
    const sentBefore = async (): Promise<boolean> => (await tx.select({ id: earlierTurnouts.id }).from(earlierTurnouts).where(and(eq(earlierTurnouts.councilId, councilId), eq(earlierTurnouts.id, once)))).length > 0;
    if (await sentBefore()) return ok();
    const faults: Fault[] = [
      ...(figures.pollingDay >= londonDay(now()) ? [{ field: "pollingDay", code: "still-to-come" }] : []),
      ...(figures.electors !== null && figures.voted > figures.electors ? [{ field: "voted", code: "more-than-roll" }] : []),
    ];
    if (faults.length > 0) return err(faults);
    const [entered] = await tx
      .insert(earlierTurnouts)
      .values({ id: once, councilId, ...figures, titleEn: title.en, titleCy: title.cy, sourceEn: source.en, sourceCy: source.cy, enteredAt: now(), enteredBy: scope.actor.personId })
      .onConflictDoNothing()
      .returning({ id: earlierTurnouts.id });
    if (!entered) return (await sentBefore()) ? ok() : err([{ field: "pollingDay", code: "entered-already" }]);
    await record(tx, scope, { act: "turnout.entered", thing: { kind: "turnout", id: once }, detail: { template: figures.template, pollingDay: figures.pollingDay, voted: figures.voted, electors: figures.electors } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Strikes out an entry that was wrong, with a reason that is kept; it goes from every page. Struck out twice it stays as it was. */
export function strikeTurnout(scope: ActorScope, { turnoutId, reason }: { readonly turnoutId: string; readonly reason: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.enter-turnout", null);
    const here = and(eq(earlierTurnouts.councilId, scope.council.id), eq(earlierTurnouts.id, turnoutId));
    const [row] = await tx.select({ struckAt: earlierTurnouts.struckAt }).from(earlierTurnouts).where(here).for("update");
    if (found(row, "turnout").struckAt !== null) return ok();
    await tx.update(earlierTurnouts).set({ struckAt: now(), struckBy: scope.actor.personId, struckReason: reason }).where(and(here, isNull(earlierTurnouts.struckAt)));
    await record(tx, scope, { act: "turnout.struck", thing: { kind: "turnout", id: turnoutId }, detail: { reason } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
