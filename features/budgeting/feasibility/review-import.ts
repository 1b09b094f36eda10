import { z } from "zod";

const detail = z.object({ programmeId: z.uuid(), engagementId: z.uuid(), broughtBy: z.uuid() });

/** What the import of a sheet of reviews needs to go on: which programme it is of, and in whose name rows are written. */
export type ReviewImportDetail = Readonly<z.output<typeof detail>>;

/** The detail of an import of the kind "reviews", as the database gives it back. */
export const asReviewImport = (kept: Readonly<Record<string, unknown>>): ReviewImportDetail => detail.parse(kept);
