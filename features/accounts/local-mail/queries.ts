import { desc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { DEMO_AUTHENTICATOR_SECRET } from "#domain/accounts/authenticator.ts";
import { authenticatorCode } from "#features/accounts/second-factor/match-authenticator-code.ts";
import { now } from "#platform/clock.ts";
import { localMailOpen } from "#platform/env.ts";

export interface LocalMail {
  readonly mail: readonly { readonly id: string; readonly to: string; readonly subject: string; readonly body: string; readonly at: Date }[];
  /** What the authenticator app of every demo officer shows now: six digits. */
  readonly demoCode: string;
}

/**
 * The newest 50 messages that stayed here, all of them or those to one address. Null on an installation that sends mail
 * or is not on its owner's own machine: whoever reads a code can sign in with it.
 */
export async function readLocalMail(to: string | null): Promise<LocalMail | null> {
  if (!localMailOpen()) return null;
  const mail = await database()
    .select({ id: mailMessages.id, to: mailMessages.recipient, subject: mailMessages.subject, body: mailMessages.body, at: mailMessages.createdAt })
    .from(mailMessages)
    .where(to === null ? undefined : eq(mailMessages.recipient, to.trim().toLowerCase()))
    .orderBy(desc(mailMessages.createdAt))
    .limit(50);
  return { mail, demoCode: authenticatorCode(DEMO_AUTHENTICATOR_SECRET, now()) };
}
