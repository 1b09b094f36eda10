import type { Transaction } from "#db/client.ts";
import { responseLetters } from "#db/schema/consultations/register.ts";
import { mailingLists } from "#db/schema/notifications/letters.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import type { ResponseContact } from "#domain/consultations/register/correction.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { addressHash } from "#features/notifications/mailing-list/list-links.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { queueMail } from "#platform/mail/mail.ts";

/** The consultation something is written into, as the letter names it. */
export interface ConsultationToEnter {
  readonly consultationId: string;
  readonly engagementId: string;
  readonly title: BilingualText;
}

export interface ReceivedToTell {
  readonly responseId: string;
  readonly reference: string;
  readonly receivedOn: CivilDay;
  readonly language: Locale;
  readonly contact: ResponseContact;
}

/**
 * Mails whoever sent a response its reference, as part of a command, and puts them on the list of those who are told what came of it where
 * they asked for that. Does nothing without an e-mail address: they are on the list of letters to post.
 */
export async function tellReceived(tx: Transaction, scope: ActorScope, { engagementId, title }: ConsultationToEnter, { responseId, reference, receivedOn, language, contact }: ReceivedToTell): Promise<void> {
  authorise(scope, "responses.enter", undefined);
  if (contact.email === "") return;
  const t = messages(language).register.mail;
  const words = { title: textIn(title, language).text, council: textIn(scope.council.name, language).text, reference: showReadableCode(reference), date: format(language).date(receivedOn) };
  await queueMail(tx, { to: contact.email, subject: t.receivedSubject(words), body: t.receivedBody(words) });
  await tx.insert(responseLetters).values({ responseId, occasion: "received", way: "mail", sentAt: now(), sentBy: scope.actor.personId });
  await listForResults(tx, scope, engagementId, language, contact);
}

/** Puts somebody on the list of those who are told what came of it, who asked for it in writing: what the link in a mail proves of others. */
export async function listForResults(tx: Transaction, scope: ActorScope, engagementId: string, language: Locale, contact: ResponseContact): Promise<void> {
  authorise(scope, "responses.enter", undefined);
  if (contact.email === "" || !contact.tellResults) return;
  await tx
    .insert(mailingLists)
    .values({ councilId: scope.council.id, engagementId, addressHash: addressHash(contact.email), email: contact.email, locale: language, delivery: false, entered: true, confirmedOn: londonDay(now()) })
    .onConflictDoNothing();
}
