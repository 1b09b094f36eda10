import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { people } from "#db/schema/accounts/people.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { HustingsReason } from "#domain/elections/hustings.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMail, queueMails } from "#platform/mail/mail.ts";

export interface NewsForAuthor {
  /** Null where they have no account any more. */
  readonly personId: string | null;
  readonly what: "question" | "answer";
  readonly act: "show" | "refuse";
  readonly text: string;
  /** Their own language: the one they wrote in. */
  readonly lang: Locale;
  readonly reason: HustingsReason | null;
  readonly note: string;
  readonly title: BilingualText;
  readonly slug: string;
}

/** Tells whoever wrote a question or an answer what became of it, and why. */
export async function tellAuthor(tx: Transaction, scope: AnyScope, { personId, what, act, text, lang, reason, note, title, slug }: NewsForAuthor): Promise<void> {
  if (personId === null) return;
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person) return;
  const t = messages(lang).hustings;
  const election = textIn(title, lang).text;
  const because = [reason === null ? "" : t.reasons[reason], note].filter((part) => part !== "").join(". ");
  const page = what === "question" ? "hustings" : "stand/questions";
  await queueMail(tx, { to: person.email, subject: t.mail.subject[what][act]({ election }), body: `${t.mail.body[what][act]({ election, text, because })}\n\n${env().BASE_URL}/${lang}/${scope.council.slug}/elections/${slug}/${page}` });
}

/** Tells everybody who stands in a contest of a question they can answer now, each in their own language. */
export async function tellCandidates(tx: Transaction, scope: AnyScope, question: { readonly contestId: string; readonly text: string }, { title, slug }: Pick<NewsForAuthor, "title" | "slug">): Promise<void> {
  const standing = await tx
    .select({ email: people.email, locale: people.locale })
    .from(nominations)
    .innerJoin(people, eq(people.id, nominations.personId))
    .where(and(eq(nominations.contestId, question.contestId), eq(nominations.state, "accepted")));
  await queueMails(
    tx,
    standing.map(({ email, locale }) => {
      const t = messages(locale).hustings.mail;
      const election = textIn(title, locale).text;
      return { to: email, subject: t.askedSubject({ election }), body: `${t.asked({ election, text: question.text })}\n\n${env().BASE_URL}/${locale}/${scope.council.slug}/elections/${slug}/stand/questions` };
    }),
  );
}
