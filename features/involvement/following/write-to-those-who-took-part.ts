import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { beginRound } from "#features/notifications/letters/begin-round.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

/**
 * Writes to everybody who took part in a consultation and asked for it, once when its results are shown and once when the council says what it
 * did. Whoever follows it hears of it so and gets no letter besides. Begun again nobody is written to twice. Of a vote nothing is sent: its
 * announcement has letters of its own.
 */
export async function writeToThoseWhoTookPart(tx: Transaction, scope: AnyScope, engagementId: string, news: "decided" | "fed-back"): Promise<void> {
  const [row] = await tx
    .select({ slug: engagements.slug, consultationId: engagements.consultationId, titleEn: engagements.titleEn, titleCy: engagements.titleCy })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
  if (!row || row.consultationId === null) return;
  const name = bilingual(row.titleEn, row.titleCy);
  const inBoth = (say: (locale: Locale) => string): BilingualText => ({ en: say("en"), cy: say("cy") });
  const words = (locale: Locale) => ({ t: messages(locale).following.engagement[news], p: { title: textIn(name, locale).text, summary: "", opens: "", closes: "", what: "", reason: "" } });
  await beginRound(tx, scope, {
    occasion: `took-part.${news}:${engagementId}`,
    engagementId,
    subject: inBoth((locale) => words(locale).t.subject(words(locale).p)),
    body: inBoth((locale) => `${words(locale).t.text(words(locale).p)}\n\n${messages(locale).answering.letter.more}\n${env().BASE_URL}/${locale}/${scope.council.slug}/consultations/${row.slug}/results`),
    proposers: [],
    deliveryOnly: false,
    besides: `engagement.${news}:${engagementId}`,
  });
}
