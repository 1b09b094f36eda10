import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetListingClaimParts, assetListingClaims, assetListingEvidence } from "#db/schema/asset-transfers/compensation.ts";
import { assetTransferStages } from "#db/schema/asset-transfers/transfers.ts";
import { judgeClaim, type ClaimPart, type PartClaimed } from "#domain/asset-transfers/compensation.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { documentKind } from "#platform/files/document-kind.ts";
import { plainName } from "#platform/files/plain-name.ts";
import { DOCUMENT_MOST_BYTES } from "../applying/send-document.ts";
import { lockListingOfOwner } from "../listing/claim-listing.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";
import { FIELDS_OF } from "./input.ts";

export interface Evidence {
  readonly name: string;
  readonly content: Buffer;
}

export interface ClaimToMake {
  readonly once: string;
  readonly publicBody: boolean;
  readonly parts: readonly (PartClaimed & { readonly what: string })[];
}

/** The owner of listed land claims compensation, each part with its amount and a file that shows it (SI 2012/2421, regulation 14). Sent twice it is one claim. */
export function claimCompensation(scope: MemberScope, slug: string, claim: ClaimToMake, evidence: Readonly<Partial<Record<ClaimPart, Evidence>>>): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const row = await lockListingOfOwner(tx, scope, slug);
    for (const { part } of claim.parts) {
      const fault = faultOf(evidence[part]);
      if (fault) return err({ field: FIELDS_OF[part].file, code: fault });
    }
    return keep(tx, scope, row, { ...claim, claimedOn: londonDay(now()), personId: scope.actor.personId, letter: "" }, evidence);
  });
}

/** An officer enters a claim that came by letter, with where it and its evidence are found. */
export function enterClaim(scope: ActorScope, slug: string, claim: ClaimToMake & { readonly claimedOn: CivilDay; readonly letter: string }): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (claim.claimedOn > londonDay(now())) return err({ field: "claimedOn", code: "date-ahead" });
    return keep(tx, scope, row, { ...claim, personId: null }, {});
  });
}

function faultOf(evidence: Evidence | undefined): string | null {
  if (evidence === undefined) return "file-missing";
  if (evidence.content.length === 0) return "file-empty";
  if (evidence.content.length > DOCUMENT_MOST_BYTES) return "file-too-large";
  return documentKind(evidence.content) === null ? "file-kind" : null;
}

interface ClaimToKeep extends ClaimToMake {
  readonly claimedOn: CivilDay;
  readonly personId: string | null;
  readonly letter: string;
}

async function keep(tx: Transaction, scope: MemberScope, row: TransferRow, { once: id, publicBody, parts, claimedOn, personId, letter }: ClaimToKeep, evidence: Readonly<Partial<Record<ClaimPart, Evidence>>>): Promise<Result<void, Fault>> {
  const [there] = await tx.select({ id: assetListingClaims.id }).from(assetListingClaims).where(eq(assetListingClaims.id, id));
  if (there) return ok();
  const [listed] = await tx.select({ on: assetTransferStages.reachedOn }).from(assetTransferStages).where(and(eq(assetTransferStages.transferId, row.id), eq(assetTransferStages.stage, "listed")));
  const judged = judgeClaim({ listedOn: listed?.on ?? null, publicBody, parts }, claimedOn);
  if (!judged.ok) return err({ field: judged.error.part === null ? (judged.error.code === "public-body" ? "publicBody" : "") : FIELDS_OF[judged.error.part].endedOn, code: judged.error.code });
  await tx.insert(assetListingClaims).values({ id, transferId: row.id, personId, claimedOn, letter, enteredBy: letter === "" ? null : scope.actor.personId, sentAt: now() });
  await tx.insert(assetListingClaimParts).values(parts.map((part) => ({ claimId: id, ...part })));
  const files = parts.flatMap(({ part }) => (evidence[part] ? [{ part, ...evidence[part] }] : []));
  if (files.length > 0)
    await tx.insert(assetListingEvidence).values(files.map(({ part, name, content }) => ({ claimId: id, part, name: plainName(name), mediaType: documentKind(content) ?? "", byteLength: content.length, content, sentAt: now() })));
  await record(tx, scope, { act: "asset-claim.made", thing: { kind: "asset-transfer", id: row.id } });
  return ok();
}
