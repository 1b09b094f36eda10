import { desc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { responseDelays } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";

export interface DelayInView {
  readonly reason: BilingualText;
  readonly expectedOn: string;
  readonly givenAt: Date;
}

/** What was said of an answer that is late, newest first. */
export async function listDelays(engagementId: string): Promise<readonly DelayInView[]> {
  const rows = await database().select().from(responseDelays).where(eq(responseDelays.engagementId, engagementId)).orderBy(desc(responseDelays.givenAt));
  return rows.map(({ reasonEn, reasonCy, expectedOn, givenAt }) => ({ reason: bilingual(reasonEn, reasonCy), expectedOn, givenAt }));
}
