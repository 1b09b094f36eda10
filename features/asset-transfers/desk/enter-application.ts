import { inTransaction } from "#db/client.ts";
import { assetTransferParts } from "#db/schema/asset-transfers/decisions.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";
import type { ApplicationInput } from "../applying/input.ts";
import { putApplication } from "../applying/put-application.ts";

/** An officer enters an application that came on paper, with the day it came in, and looks after it from then on. */
export async function enterApplication(scope: ActorScope | SystemScope, assetSlug: string, { sentOn, ...application }: ApplicationInput & { readonly sentOn: string }): Promise<Result<{ readonly slug: string }, Fault>> {
  if (scope.kind === "actor") authorise(scope, "asset-transfer.edit", null);
  if (sentOn > londonDay(now())) return err({ field: "sentOn", code: "date-ahead" });
  return inTransaction(async (tx) => {
    const put = await putApplication(tx, scope, { assetSlug, application, applicantId: null, sentOn });
    if (put.ok && scope.kind === "actor") await tx.insert(assetTransferParts).values({ transferId: application.once, personId: scope.actor.personId, part: "case", givenAt: now() }).onConflictDoNothing();
    return put;
  });
}
