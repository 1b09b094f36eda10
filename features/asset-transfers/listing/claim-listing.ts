import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetListingOwners } from "#db/schema/asset-transfers/listings.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";
import { OWNER_CODE_LENGTH } from "./owner-code.ts";
import { findOwner, getListingOnDesk } from "./queries.ts";

/** Nobody guesses codes: so many tries of a person in a day. */
const TRIES_A_DAY = 10;

export type ClaimFault = "code-wrong" | "code-used" | "too-often" | "not-listed" | "own-application";

/** The owner of listed land opens their page with the code of their letter; it is theirs from then on. Typed twice it is opened once. */
export async function claimListing(scope: MemberScope, slug: string, { code }: { readonly code: string }): Promise<Result<void, ClaimFault>> {
  if (!(await withinLimit(`listing-code:${scope.actor.personId}`, TRIES_A_DAY, 86_400))) return err("too-often");
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    if (row.regime !== "right-to-bid") return err("not-listed");
    const desk = await getListingOnDesk(row.id, tx);
    if (desk.ownerId === scope.actor.personId) return ok();
    if (readReadableCode(code, OWNER_CODE_LENGTH) !== desk.code) return err("code-wrong");
    if (desk.openedAt !== null) return err("code-used");
    if (row.applicantId === scope.actor.personId) return err("own-application");
    await tx.insert(assetListingOwners).values({ transferId: row.id, personId: scope.actor.personId, since: now() });
    await record(tx, scope, { act: "asset-listing.owner-came", thing: { kind: "asset-transfer", id: row.id } });
    return ok();
  });
}

/** An officer closes the owner's page to whoever opened it, because the land was sold or the code went astray. There is a new code from then on. */
export function endOwner(scope: ActorScope, slug: string): Promise<Result<void, "no-owner">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const [ended] = await tx
      .update(assetListingOwners)
      .set({ endedAt: now() })
      .where(and(eq(assetListingOwners.transferId, row.id), isNull(assetListingOwners.endedAt)))
      .returning();
    if (!ended) return err("no-owner");
    await record(tx, scope, { act: "asset-listing.owner-ended", thing: { kind: "asset-transfer", id: row.id } });
    return ok();
  });
}

/** A listing for whoever has opened its owner's page, locked until the end of the transaction; 403 for anybody else. */
export async function lockListingOfOwner(tx: Transaction, scope: MemberScope, slug: string): Promise<TransferRow> {
  const row = await lockTransfer(tx, scope, slug);
  if ((await findOwner(row.id, tx)) !== scope.actor.personId) throw new AccessError("forbidden", "asset listing");
  return row;
}
