import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ownFrameworks } from "#db/schema/priorities/agreements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseFramework } from "#domain/priorities/own-framework.ts";
import { record } from "#platform/audit-trail.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { renewPages } from "#platform/renewal.ts";
import type { WrittenFramework } from "./input.ts";

/** Writes a framework of the council's own, new or changed. A change is a new version, for plans begun from then on; of two who change one at once the second is told. */
export async function saveFramework(scope: ActorScope, { once: id, seen, name, law, rules, inUse }: WrittenFramework): Promise<Result<void, Fault | readonly Fault[]>> {
  authorise(scope, "plan.edit", null);
  const faults = refuseFramework(rules);
  if (faults.length > 0) return err(faults);
  return inTransaction(async (tx) => {
    const [there] = await tx.select({ councilId: ownFrameworks.councilId }).from(ownFrameworks).where(eq(ownFrameworks.id, id)).for("update");
    if (there && there.councilId !== scope.council.id) return err({ field: "", code: "form-expired" });
    const current = (await currentVersion(id, tx))?.number ?? 0;
    // A new one whose form is sent twice is there already, as its first version.
    if (there && seen !== current && !(seen === 0 && current === 1)) return err({ field: "", code: "framework-moved", params: { read: Math.max(seen, 1), current } });
    const columns = { nameEn: name.en, nameCy: name.cy, law, rules, inUse };
    if (there) await tx.update(ownFrameworks).set(columns).where(eq(ownFrameworks.id, id));
    else if ((await tx.insert(ownFrameworks).values({ id, councilId: scope.council.id, ...columns }).onConflictDoNothing().returning({ id: ownFrameworks.id })).length === 0) return ok();
    await record(tx, scope, { act: "framework.written", thing: { kind: "framework", id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
