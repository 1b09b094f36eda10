import { lt } from "drizzle-orm";
import { database } from "#db/client.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import { now } from "#platform/clock.ts";

const KEPT_MS = 30 * 24 * 3_600_000;

/** Runs older than a month: they were only ever a help in preparing. */
export async function forgetOldWhatIf(): Promise<void> {
  await database()
    .delete(whatIfRuns)
    .where(lt(whatIfRuns.startedAt, new Date(now().getTime() - KEPT_MS)));
}
