import { publicPage } from "#features/councils/respond.tsx";
import { wantedDuty } from "#features/involvement/duty/input.ts";
import { getYearlyReport } from "#features/involvement/yearly-report/queries.ts";
import { reportDocument } from "#features/involvement/yearly-report/ui/report-document.ts";
import { reportSheet } from "#features/involvement/yearly-report/ui/report-sheet.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { fileResponse } from "#platform/file-response.ts";
import { sha256 } from "#platform/keys.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The yearly report of the duty to involve as a Word document, in the language of the address. */
export const GET = publicPage(async (scope, { query, request }) => {
  const { locale, council } = scope;
  const at = now();
  const { year } = wantedDuty(query, at);
  const sheet = reportSheet({ locale, council: council.name, home: `${env().BASE_URL}/${locale}/${council.slug}`, report: await getYearlyReport(scope, year), now: at });
  // By what it says and not by its bytes, in which the time of making stands.
  const digest = sha256(JSON.stringify(sheet)).toString("hex");
  return fileResponse({ sha256: digest, contentType: WORD, name: `${council.slug}-involving-you-${year}.docx`, read: () => reportDocument(sheet) }, request);
});
