import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";

/** Words of what may be wrong with a file and its form; one that could not even be read has those of every unreadable form. */
export function uploadWords(locale: Locale): Readonly<Record<string, unknown>> {
  const { councils, site } = messages(locale);
  const { badForm } = site;
  return { ...councils.faults, "body-foreign": badForm.foreign, "body-not-a-form": badForm["not-a-form"], "body-not-text": badForm["not-text"] };
}
