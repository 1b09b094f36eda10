import writeXlsxFile from "write-excel-file/node";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { CHECKS } from "#domain/budgeting/feasibility.ts";
import { SHEET_COLUMNS, type SheetColumn } from "#domain/budgeting/review-sheet.ts";
import { messages } from "#i18n/messages.ts";
import type { ReviewedProposal } from "./reviewed-proposal.ts";

const pounds = (pence: number | null): string => (pence === null ? "" : pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));

/** The first row and one row for each proposal, as texts. */
export function reviewSheetRows(locale: Locale, proposals: readonly ReviewedProposal[]): string[][] {
  const t = messages(locale).feasibility;
  const cellsOf = (proposal: ReviewedProposal): Readonly<Record<SheetColumn, string>> => ({
    number: String(proposal.number),
    version: String(proposal.version),
    title: textIn(proposal.title, locale).text,
    asked: pounds(proposal.askedPence),
    ...(Object.fromEntries(CHECKS.flatMap((name) => [[name, t.states[proposal.checks[name].state]], [`${name}Words`, proposal.checks[name].words]])) as Record<(typeof CHECKS)[number] | `${(typeof CHECKS)[number]}Words`, string>),
    low: pounds(proposal.lowPence),
    high: proposal.highPence === proposal.lowPence ? "" : pounds(proposal.highPence),
    running: pounds(proposal.runningPence),
    decision: t.standings[proposal.standing],
    reasonEn: proposal.reason.en,
    reasonCy: proposal.reason.cy,
  });
  return [SHEET_COLUMNS.map((column) => t.sheet.columns[column]), ...proposals.map((proposal) => SHEET_COLUMNS.map((column) => cellsOf(proposal)[column]))];
}

/** The same as an Excel file. Every cell is a text: nothing in it can be taken for a formula. */
export async function writeReviewSheet(locale: Locale, proposals: readonly ReviewedProposal[]): Promise<Buffer> {
  const [head = [], ...rows] = reviewSheetRows(locale, proposals);
  const sheet = [head.map((value) => ({ value, type: String, fontWeight: "bold" as const })), ...rows.map((row) => row.map((value) => ({ value, type: String })))];
  return writeXlsxFile(sheet, { sheet: messages(locale).feasibility.sheet.sheetName }).toBuffer();
}
