import type { Transaction } from "#db/client.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { holderToken } from "./holder-token.ts";
import type { KeyCircle } from "./queries.ts";

/** Writes to each holder: what they are asked for, and their own link. In both languages where the council has both, as nobody knows theirs. */
export async function tellHolders(tx: Transaction, scope: AnyScope, circle: Pick<KeyCircle, "id" | "holders">, title: BilingualText, about: "invite" | "closed"): Promise<void> {
  const locales: readonly Locale[] = scope.council.welsh ? ["en", "cy"] : ["en"];
  for (const { number, name, email, role } of circle.holders) {
    const parts = locales.map((locale) => {
      const t = messages(locale).keyHolders;
      const vote = textIn(title, locale).text;
      const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/count-key/${holderToken(circle.id, number)}`;
      const words = { vote, name, role: t.roles[role], council: textIn(scope.council.name, locale).text, link };
      return { subject: t.mail[about].subject({ vote }), body: t.mail[about].body(words) };
    });
    await queueMail(tx, { to: email, subject: parts.map(({ subject }) => subject).join(" / "), body: parts.map(({ body }) => body).join("\n\n\n") });
  }
}
