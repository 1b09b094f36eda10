import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { ThreadEnd } from "#domain/golden-thread/thread.ts";
import { renewPages } from "#platform/renewal.ts";

/** What a thing is called, or whether its words are shown, has changed: every kept page is made anew, if a thread passes through it. */
export async function renewThread(tx: Transaction, { council }: AnyScope, { kind, id }: ThreadEnd): Promise<void> {
  const tied = await tx.execute(sql`
    select 1 from thread_strands where council_id = ${council.id} and ((from_kind = ${kind} and from_id = ${id}) or (to_kind = ${kind} and to_id = ${id})) limit 1`);
  if (tied.length > 0) await renewPages(tx, council.slug);
}
