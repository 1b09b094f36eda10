import { z } from "zod";

/** What an import of paper responses does or waits for: reading for a trial, somebody's yes, putting them in the register. */
const STAGES = ["check", "offered", "apply"] as const;

const detail = z.object({
  consultationId: z.uuid(),
  engagementId: z.uuid(),
  broughtBy: z.uuid(),
  stage: z.enum(STAGES),
  /** How a CSV file is written; null of an Excel file. */
  form: z.object({ encoding: z.enum(["utf-8", "windows-1252"]), delimiter: z.enum([",", ";", "\t", "|"]) }).nullable(),
  head: z.array(z.string()),
  /** Lines of the file read so far. */
  line: z.number().int(),
  /** Lines with something wrong in them. */
  wrongLines: z.number().int(),
  /** Of those offered, how many have been gone through since the yes. */
  applied: z.number().int(),
});

/** What is kept of it between stretches of work, in `file_imports.detail`. */
export type PaperImportDetail = Readonly<z.output<typeof detail>>;

/** The detail of an import of the kind "responses", as the database gives it back. */
export const asPaperImport = (kept: Readonly<Record<string, unknown>>): PaperImportDetail => detail.parse(kept);
