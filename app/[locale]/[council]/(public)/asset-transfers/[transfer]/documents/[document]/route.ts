import { findDocument } from "#features/asset-transfers/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { fileResponse } from "#platform/file-response.ts";

export const dynamic = "force-dynamic";

/** What everybody may read of an application. */
export const GET = publicPage<"transfer" | "document">(async (scope, { params, request }) => {
  const { sha256, mediaType, name, content } = await findDocument(scope, params.transfer, params.document);
  return fileResponse({ sha256: sha256.toString("hex"), contentType: mediaType, name, read: async () => content }, request);
});
