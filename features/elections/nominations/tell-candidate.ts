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
  readonly news: "accept" | "reject" | "return";
  readonly reason: BilingualText;
  readonly title: BilingualText;
  readonly slug: string;
}

/** Writes to a candidate what became of their nomination. */
export async function tellCandidate(tx: Transaction, scope: AnyScope, { personId, news, reason, title, slug }: NewsForCandidate): Promise<void> {
  if (personId === null) return;
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person) return;
  const t = messages(scope.locale).nominations.mail;
  const words = { election: textIn(title, scope.locale).text, reason: textIn(reason, scope.locale).text };
  await queueMail(tx, { to: person.email, subject: t.newsSubject[news](words), body: `${t.news[news](words)}\n\n${env().BASE_URL}/${scope.locale}/${scope.council.slug}/elections/${slug}/stand` });
}
