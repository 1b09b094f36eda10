import { shownVotingCode } from "#domain/voting/access-codes/voting-code.ts";
import { csvLine } from "#platform/files/csv-response.ts";
import { codeAddress, languagesOf, qrTextOf, type PrintWork } from "./ui/print-work.ts";

/** What a printing firm needs for letters of its own: a row for each, with recipient, code, address and what the QR code holds. */
export function makeMailingList(work: PrintWork): Buffer {
  const [first = "en"] = languagesOf(work);
  const lines = Math.max(0, ...work.batch.slips.map(({ recipient }) => recipient?.address.length ?? 0));
  const heading = ["number", "name", ...Array.from({ length: lines }, (_, at) => `address ${at + 1}`), "code", "web address", "qr"];
  const rows = work.batch.slips.map(({ number, code, recipient }) => [
    number,
    recipient?.name ?? "",
    ...Array.from({ length: lines }, (_, at) => recipient?.address[at] ?? ""),
    shownVotingCode(code),
    codeAddress(work, first),
    qrTextOf(work, first, code),
  ]);
  return Buffer.from(`\uFEFF${[heading, ...rows].map(csvLine).join("")}`, "utf8");
}
