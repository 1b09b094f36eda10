import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { mailStaysHere } from "#platform/env.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; a link stands on a line of its own. */
  readonly body: string;
  /** Of news somebody asked for: the address that ends it with one press (RFC 8058). */
  readonly unsubscribe?: string;
}

/** Puts a message in the outbox of mail, in the transaction that causes it; a job sends it, again if the server refuses. */
export const queueMail = (tx: Transaction, mail: Mail): Promise<void> => queueMails(tx, [mail]);

/** Puts several messages in the outbox of mail at once. */
export async function queueMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const queued = await tx
    .insert(mailMessages)
    .values(mails.map(({ to, subject, body, unsubscribe = "" }) => ({ recipient: to, subject, body, unsubscribe })))
    .returning({ id: mailMessages.id });
  if (mailStaysHere()) return;
  const ids = JSON.stringify(queued.map(({ id }) => id));
  await tx.execute(sql`select graphile_worker.add_job('send-mail', json_build_object('id', id)) from jsonb_array_elements_text(${ids}::text::jsonb) id`);
}
