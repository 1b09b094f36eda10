import { letterQuestion } from "#domain/consultations/register/read-paper.ts";
import { NO_TEXT } from "#domain/consultations/survey.ts";
import { messages } from "#i18n/messages.ts";

/** What a letter, an e-mail or a note of a meeting says, as a question beside those of every survey: it is read, sorted and published like them. */
export const letterAsQuestion = () => letterQuestion({ ...NO_TEXT, en: messages("en").register.letter, cy: messages("cy").register.letter });
