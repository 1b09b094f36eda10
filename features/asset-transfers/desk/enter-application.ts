import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferParts } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";
import type { ApplicationInput } from "../applying/input.ts";
import { keepLook } from "../first-look/look-at-application.ts";
import { putApplication } from "../applying/put-application.ts";

/** An officer enters an application that came on paper, with the day it came in, and looks after it from then on. They have read it, so that everybody can. */
export async function enterApplication(scope: ActorScope, assetSlug: string, { sentOn, ...application }: ApplicationInput & { readonly sentOn: string }): Promise<Result<{ readonly slug: string }, Fault>> {
  authorise(scope, "asset-transfer.edit", null);
  if (sentOn > londonDay(now())) return err({ field: "sentOn", code: "date-ahead" });
  return inTransaction(async (tx) => {
    const put = await putApplication(tx, scope, { assetSlug, application, applicantId: null, sentOn });
    const [{ sight } = { sight: "shown" }] = await tx.select({ sight: assetTransfers.sight }).from(assetTransfers).where(eq(assetTransfers.id, application.once));
    // Sent twice it is one application.
    if (!put.ok || sight === "shown") return put;
    await keepLook(tx, scope, application.once, { act: "shown", why: "" });
    await tx.insert(assetTransferParts).values({ transferId: application.once, personId: scope.actor.personId, part: "case", givenAt: now() }).onConflictDoNothing();
    return put;
  });
}
