import { eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { engagementFeedback } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";

export interface Feedback {
  readonly asked: BilingualText;
  readonly said: BilingualText;
  readonly did: BilingualText;
  /** Null while only officers see it. */
  readonly publishedAt: Date | null;
}

/** What has been written of "we asked, you said, we did", shown or not. */
export async function findFeedback(engagementId: string, executor: Executor = database()): Promise<Feedback | null> {
  const [row] = await executor.select().from(engagementFeedback).where(eq(engagementFeedback.engagementId, engagementId));
  if (!row) return null;
  return { asked: bilingual(row.askedEn, row.askedCy), said: bilingual(row.saidEn, row.saidCy), did: bilingual(row.didEn, row.didCy), publishedAt: row.publishedAt };
}
