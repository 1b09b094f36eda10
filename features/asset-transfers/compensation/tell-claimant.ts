import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { TransferRow } from "../load-transfer.ts";

/** What whoever claimed is told: decided, decided on review, or that a file was refused. */
export type ClaimNews = "decided" | "reviewed" | "appeal-ended" | "refused";

/** Writes to whoever made a claim online that there is news; nothing of the claim stands in the mail. Who claimed by letter is told by letter. */
export async function tellClaimant(tx: Transaction, { slug, council }: { readonly slug: string; readonly council: string }, row: Pick<TransferRow, "titleEn" | "titleCy">, personId: string | null, news: ClaimNews): Promise<void> {
  if (personId === null) return;
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  if (!person) return;
  const t = messages(person.locale).compensation.mail;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, person.locale).text;
  await queueMail(tx, { to: person.email, subject: t.subject({ title }), body: [t[news], `${env().BASE_URL}/${person.locale}/${council}/asset-transfers/${slug}/owner`].join("\n\n") });
}
