import { publicPage } from "#features/councils/respond.tsx";
import { pressDocument } from "#features/involvement/announcing/press-document.ts";
import { getDeclaredVote, pressSheet } from "#features/involvement/announcing/press-sheet.ts";
import { fileResponse } from "#platform/file-response.ts";
import { sha256 } from "#platform/keys.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The press sheet as a Word document, in both languages. */
export const GET = publicPage<"vote">(async (scope, { params, request }) => {
  const { locale, council } = scope;
  const declared = await getDeclaredVote(scope, params.vote);
  const sheets = (locale === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const)).map((each) => pressSheet({ council, vote: declared, locale: each }));
  // By what it says and not by its bytes, in which the time of making stands.
  const digest = sha256(JSON.stringify(sheets)).toString("hex");
  return fileResponse({ sha256: digest, contentType: WORD, name: `${declared.vote.slug}-press.docx`, read: () => pressDocument(sheets) }, request);
});
