import type { Transaction } from "#db/client.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { messages } from "#i18n/messages.ts";
import { queueMail } from "#platform/mail/mail.ts";

export type ChangeOfFactors = "appAdded" | "appRemoved" | "passkeyAdded" | "passkeyRemoved" | "codesRenewed" | "recoveryUsed";

/** Tells a person that how they prove themselves has changed, so that they notice when somebody else did it. */
export async function tellOfChange(tx: Transaction, person: SignedIn, change: ChangeOfFactors): Promise<void> {
  const t = messages(person.locale).accounts.mail.security;
  await queueMail(tx, { to: person.email, subject: t.subject, body: `${t[change]}\n\n${t.notYou}\n` });
}
