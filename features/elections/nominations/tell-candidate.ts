import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";

export interface NewsForCandidate {
  readonly personId: string | null;
  /** What became of their nomination, or of a promise they added once elected. */
  readonly news: "accept" | "reject" | "return" | "promise-taken" | "promise-declined";
  readonly reason: BilingualText;
  readonly title: BilingualText;
  readonly slug: string;
}

/** Writes to a candidate in their own language. */
export async function tellCandidate(tx: Transaction, scope: AnyScope, { personId, news, reason, title, slug }: NewsForCandidate): Promise<void> {
  if (personId === null) return;
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  if (!person) return;
  const { email, locale } = person;
  const t = messages(locale).nominations.mail;
  const words = { election: textIn(title, locale).text, reason: textIn(reason, locale).text };
  const page = news.startsWith("promise") ? "stand/promises" : "stand";
  await queueMail(tx, { to: email, subject: t.newsSubject[news](words), body: `${t.news[news](words)}\n\n${env().BASE_URL}/${locale}/${scope.council.slug}/elections/${slug}/${page}` });
}
