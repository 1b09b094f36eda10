import { publicPage } from "#features/councils/respond.tsx";
import { pressDocument } from "#features/involvement/announcing/ui/press-document.ts";
import { getDeclaredVote } from "#features/involvement/announcing/queries.ts";
import { pressSheet } from "#features/involvement/announcing/ui/press-sheet.ts";
import { fileResponse } from "#platform/file-response.ts";
import { env } from "#platform/env.ts";
import { sha256 } from "#platform/keys.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The press sheet as a Word document, in both languages. */
export const GET = publicPage<"vote">(async (scope, { params, request }) => {
  const { locale, council } = scope;
  const declared = await getDeclaredVote(scope, params.vote);
  const sheets = (locale === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const)).map((each) => pressSheet({ council, vote: declared, locale: each, base: env().BASE_URL }));
  // By what it says and not by its bytes, in which the time of making stands.
  const digest = sha256(JSON.stringify(sheets)).toString("hex");
  return fileResponse({ sha256: digest, contentType: WORD, name: `${declared.vote.slug}-press.docx`, read: () => pressDocument(sheets) }, request);
});
