import type { AnyScope } from "#domain/councils/scope.ts";
import type { ConsultationReport } from "#features/involvement/consultation-report/queries.ts";
import { reportDocument } from "./report-document.ts";
import { reportInWords } from "./report-parts.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The report as a Word document to be saved, in the languages the council publishes in, the reader's first. `says` is what it is known by: in its bytes stands the time of making. */
export function reportFile({ locale, council }: Pick<AnyScope, "locale" | "council">, report: ConsultationReport) {
  const languages = council.welsh ? (locale === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const)) : (["en"] as const);
  const reports = languages.map((each) => reportInWords(each, council, report));
  return { says: JSON.stringify(reports), contentType: WORD, name: `${report.slug}-report.docx`, read: () => reportDocument(reports) };
}
