import { privateDocument } from "#features/asset-transfers/ui/private-document.ts";
import { findDocument, getOwnTransfer } from "#features/asset-transfers/queries.ts";
import { memberPage } from "#features/councils/respond.tsx";

export const dynamic = "force-dynamic";

/** An organisation's own paper, published or not. */
export const GET = memberPage<"transfer" | "document">(async (scope, { params }) => {
  await getOwnTransfer(scope, params.transfer);
  return privateDocument(await findDocument(scope, params.transfer, params.document));
});
