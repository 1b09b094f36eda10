import type { Transaction } from "#db/client.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { unseal } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";

interface Asked {
  readonly sealedEmail: Buffer | null;
  readonly locale: Locale;
  readonly reason: string;
}

/** Writes the answer to the voter who asked, where they gave an address. */
export async function tellVoter(tx: Transaction, scope: ActorScope, { sealedEmail, locale, reason }: Asked, vote: { readonly title: BilingualText; readonly address: string }, made: boolean): Promise<void> {
  if (sealedEmail === null) return;
  const t = messages(locale).reissues.mail;
  const words = { vote: textIn(vote.title, locale).text, reason, link: `${env().BASE_URL}/${locale}/${scope.council.slug}/${vote.address}`, phone: scope.council.contactPhone };
  await queueMail(tx, { to: unseal("reissue-email", sealedEmail), subject: (made ? t.madeSubject : t.refusedSubject)(words), body: (made ? t.madeBody : t.refusedBody)(words) });
}
