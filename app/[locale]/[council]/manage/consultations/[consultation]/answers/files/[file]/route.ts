import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { getCleanFile } from "#features/consultations/sent-files/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";

export const dynamic = "force-dynamic";

/** A file that somebody sent, to be saved and never shown: what is in it is a stranger's. */
export const GET = officerPage<"consultation" | "file">(async (scope, { params }) => {
  mayAnalyse(scope);
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const { name, mediaType, content } = await getCleanFile(scope, consultation.id, params.file);
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
