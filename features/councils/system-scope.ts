import { eq } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { getCouncilInView } from "./public-scope.ts";

/** The scope of a job that works for a council; only the worker and the seed ask for one. Within a transaction, its own `executor`. 404 for a council that is not there. */
export async function systemScope(councilId: string, job: string, executor: Executor = database()): Promise<SystemScope> {
  const [row] = await executor.select({ slug: councils.slug }).from(councils).where(eq(councils.id, councilId));
  return { kind: "system", council: await getCouncilInView(found(row, "council").slug), locale: "en", job } as SystemScope;
}
