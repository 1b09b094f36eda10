import { inTransaction } from "#db/client.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import { keptUntil } from "#domain/consultations/response.ts";
import { askedOf } from "#domain/consultations/routing.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { listWardNames, type ResponseInHand } from "./queries.ts";
import { answerLines, shortName } from "./ui/answer-words.ts";
import { answeringAddresses, type AnsweringPlace } from "./ui/answering-place.ts";
import type { PublicScope } from "#domain/councils/scope.ts";

/** Sends somebody a copy of the answers they sent. The address is kept nowhere but in the message. */
export async function mailCopy(scope: PublicScope, place: AnsweringPlace, response: ResponseInHand, to: string): Promise<Ok<void>> {
  const { locale } = scope;
  const t = messages(locale).answering;
  const words = { title: textIn(place.title, locale).text, reference: showReadableCode(response.reference ?? "") };
  const wards = await listWardNames(scope);
  const answers = askedOf(place.survey, response.answers, response.respondent).map((question) => {
    const lines = answerLines(question, response.answers[question.code], { locale, easy: response.easyRead, wards });
    return `${shortName(question, locale, response.easyRead)}\n${lines.length === 0 ? t.check.none : lines.join("\n")}`;
  });
  await inTransaction((tx) => queueMail(tx, { to, subject: t.mail.copySubject(words), body: [t.mail.copyIntro(words), ...answers].join("\n\n") }));
  return ok();
}

/** The address that takes a saved response up again. */
export const returnLink = (place: AnsweringPlace, code: string): string => `${env().BASE_URL}${answeringAddresses(place).back}?code=${showReadableCode(code)}`;

/** Sends somebody the link to come back by. */
export async function mailReturnLink(scope: PublicScope, place: AnsweringPlace, { code, savedAt, to }: { readonly code: string; readonly savedAt: Date; readonly to: string }): Promise<Ok<void>> {
  const t = messages(scope.locale).answering.mail;
  const title = textIn(place.title, scope.locale).text;
  const body = t.returnBody({ title, until: format(scope.locale).date(keptUntil(savedAt)), code: showReadableCode(code) });
  await inTransaction((tx) => queueMail(tx, { to, subject: t.returnSubject({ title }), body: `${body}\n${returnLink(place, code)}` }));
  return ok();
}
