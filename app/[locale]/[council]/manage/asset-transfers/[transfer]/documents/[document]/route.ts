import { authorise } from "#domain/policy/authorise.ts";
import { findDocument } from "#features/asset-transfers/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";

export const dynamic = "force-dynamic";

/** Every paper of an application; those that are not published are kept by no cache. */
export const GET = officerPage<"transfer" | "document">(async (scope, { params }) => {
  authorise(scope, "asset-transfer.see", null);
  const { mediaType, name, content } = await findDocument(scope, params.transfer, params.document);
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
