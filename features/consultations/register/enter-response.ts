import { inTransaction, type Transaction } from "#db/client.ts";
import { responseContacts, responseLetters } from "#db/schema/consultations/register.ts";
import { mailingLists } from "#db/schema/notifications/letters.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import type { OfficeChannel } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { addressHash } from "#features/notifications/mailing-list/list-links.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { putScan, type ScanToAdd } from "./add-scan.ts";
import { putResponse } from "./put-response.ts";

/** Whom to write to. Empty parts were not given. */
export interface ContactToKeep {
  readonly name: string;
  readonly email: string;
  readonly address: string;
  /** Asked to be told what came of it. */
  readonly tellResults: boolean;
}

/** The consultation something is written into, as the letter names it. */
export interface ConsultationToEnter {
  readonly consultationId: string;
  readonly engagementId: string;
  readonly title: BilingualText;
}

export interface EnterResponseInput {
  readonly once: string;
  readonly channel: OfficeChannel;
  readonly receivedOn: CivilDay;
  readonly paper: KeyedPaper;
  readonly contact: ContactToKeep | null;
  /** The letter itself, as a picture or a document. */
  readonly scan?: ScanToAdd | null;
}

/**
 * Writes into the register what reached the council otherwise than by the web, before or after the close. Where an e-mail address was
 * given, whoever sent it is told its reference at once; others are on the list of letters to post. Sent again it is there once.
 */
export function enterResponse(scope: ActorScope, at: ConsultationToEnter, { once, channel, receivedOn, paper, contact, scan }: EnterResponseInput): Promise<Result<{ readonly responseId: string; readonly reference: string }, "nothing-said" | "not-yet">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const { version } = await getOpenSurvey(scope, at.consultationId, tx);
    if (receivedOn > londonDay(now())) return err("not-yet");
    if (Object.keys(paper.answers).length === 0) return err("nothing-said");
    const { reference, made } = await putResponse(tx, scope, { id: once, consultationId: at.consultationId, version, channel, receivedOn, paperNumber: null, paper });
    if (!made) return ok({ responseId: once, reference });
    await record(tx, scope, { act: "response.entered", thing: { kind: "response", id: once }, detail: { consultation: at.consultationId, channel, reference } });
    if (scan) {
      const added = await putScan(tx, scope, once, scan);
      if (!added.ok) throw new Error(`A response just written has ${added.error}`);
    }
    if (contact) await keepContact(tx, scope, at, { responseId: once, reference, receivedOn, language: paper.language, contact });
    return ok({ responseId: once, reference });
  });
}

interface Acknowledged {
  readonly responseId: string;
  readonly reference: string;
  readonly receivedOn: CivilDay;
  readonly language: Locale;
  readonly contact: ContactToKeep;
}

async function keepContact(tx: Transaction, scope: ActorScope, { engagementId, title }: ConsultationToEnter, { responseId, reference, receivedOn, language, contact }: Acknowledged): Promise<void> {
  const councilId = scope.council.id;
  await tx.insert(responseContacts).values({ responseId, councilId, ...contact });
  if (contact.email === "") return;
  const t = messages(language).register.mail;
  const words = { title: textIn(title, language).text, council: textIn(scope.council.name, language).text, reference: showReadableCode(reference), date: format(language).date(receivedOn) };
  await queueMail(tx, { to: contact.email, subject: t.receivedSubject(words), body: t.receivedBody(words) });
  await tx.insert(responseLetters).values({ responseId, occasion: "received", way: "mail", sentAt: now(), sentBy: scope.actor.personId });
  if (!contact.tellResults) return;
  // They asked for it in writing: what the link in a mail proves of others.
  await tx
    .insert(mailingLists)
    .values({ councilId, engagementId, addressHash: addressHash(contact.email), email: contact.email, locale: language, delivery: false, confirmedOn: londonDay(now()) })
    .onConflictDoNothing();
}
