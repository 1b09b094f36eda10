import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { mailStaysHere } from "#platform/env.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; a link stands on a line of its own. */
  readonly body: string;
}

/** Puts a message in the outbox of mail, in the transaction that causes it; a job sends it, again if the server refuses. */
export async function queueMail(tx: Transaction, { to, subject, body }: Mail): Promise<void> {
  const [message] = await tx.insert(mailMessages).values({ recipient: to, subject, body }).returning({ id: mailMessages.id });
  if (!mailStaysHere()) await tx.execute(sql`select graphile_worker.add_job('send-mail', json_build_object('id', ${message?.id}::text))`);
}
