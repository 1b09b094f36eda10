import { findEvidence } from "#features/asset-transfers/compensation/queries.ts";
import { privateDocument } from "#features/asset-transfers/ui/private-document.ts";
import { officerPage } from "#features/councils/respond.tsx";

export const dynamic = "force-dynamic";

/** Evidence of a claim, for officers who were asked to it. */
export const GET = officerPage<"transfer" | "claim" | "document">(async (scope, { params }) => privateDocument(await findEvidence(scope, params.transfer, params.claim, params.document)));
