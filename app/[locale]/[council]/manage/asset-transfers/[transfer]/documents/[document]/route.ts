import { findDocument } from "#features/asset-transfers/queries.ts";
import { privateDocument } from "#features/asset-transfers/ui/private-document.ts";
import { officerPage } from "#features/councils/respond.tsx";

export const dynamic = "force-dynamic";

/** Every paper of an application, published or not, for those who were asked to work on it. */
export const GET = officerPage<"transfer" | "document">(async (scope, { params }) => {
  return privateDocument(await findDocument(scope, params.transfer, params.document));
});
