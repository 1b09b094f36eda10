import { inTransaction } from "#db/client.ts";
import { statutoryConsultations } from "#db/schema/involvement/duty.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { OwnStatutoryConsultation } from "#domain/involvement/statutory-consultations.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** Keeps a council's own copy of an entry of the catalogue, or an entry of its own. In Welsh too where the council publishes in it. */
export async function keepStatute(scope: ActorScope, statute: OwnStatutoryConsultation): Promise<Result<void, "welsh-missing">> {
  authorise(scope, "statute.edit", null);
  const { code, nation, title, statute: law, minimumDays, consultees, source, withdrawn } = statute;
  if (scope.council.welsh && [title, law, consultees].some(({ cy }) => cy.trim() === "")) return err("welsh-missing");
  return inTransaction(async (tx) => {
    const row = {
      nation,
      titleEn: title.en,
      titleCy: title.cy,
      statuteEn: law.en,
      statuteCy: law.cy,
      minimumDays,
      consulteesEn: consultees.en,
      consulteesCy: consultees.cy,
      source,
      withdrawn,
      changedBy: scope.actor.personId,
      changedAt: now(),
    };
    await tx
      .insert(statutoryConsultations)
      .values({ councilId: scope.council.id, code, ...row })
      .onConflictDoUpdate({ target: [statutoryConsultations.councilId, statutoryConsultations.code], set: row });
    await record(tx, scope, { act: "statute.changed", thing: { kind: "statute", id: code }, detail: { minimumDays, withdrawn } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
