import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { getCouncilInView } from "#features/councils/public-scope.ts";

/** The scope of a job working for a council. */
export async function systemScope(councilId: string, job: string): Promise<SystemScope> {
  const [row] = await database().select({ slug: councils.slug }).from(councils).where(eq(councils.id, councilId));
  return { kind: "system", council: await getCouncilInView(found(row, "council").slug), locale: "en", job } as SystemScope;
}
