import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { IdeaAnswers, IdeaForm } from "#domain/budgeting/idea-form.ts";
import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { TagKind } from "#components/feedback/tag.tsx";
import { messages } from "#i18n/messages.ts";

/** The tag's look for each state. */
export const STATE_TAGS: Readonly<Record<IdeaState, TagKind>> = {
  collected: "open",
  proposal: "underway",
  feasible: "good",
  "not-feasible": "notThisTime",
  shortlisted: "decided",
  "not-shortlisted": "notThisTime",
  "on-ballot": "decided",
  declined: "notThisTime",
  merged: "closed",
  split: "closed",
  withdrawn: "closed",
};

/** The name of a subject in the reader's language; empty where the form no longer has it. */
export function categoryName(form: IdeaForm, code: string, locale: Locale): string {
  const category = form.categories.find((each) => each.code === code);
  return category ? textIn(category.name, locale).text : "";
}

/** The answers to a programme's own questions with their questions, for everybody or for officers. */
export function answersInWords(form: IdeaForm, answers: IdeaAnswers, locale: Locale, forOfficers: boolean): readonly { readonly term: string; readonly answer: string }[] {
  const t = messages(locale).ideas.form;
  return form.questions.flatMap(({ code, kind, label, options, public: isPublic }) => {
    const answer = answers[code];
    if (answer === undefined || !(isPublic || forOfficers)) return [];
    const word = (value: string) => {
      if (kind === "yes-no") return value === "yes" ? t.yes : t.no;
      const option = options.find((each) => each.code === value);
      return option ? textIn(option.text, locale).text : value;
    };
    return [{ term: textIn(label, locale).text, answer: (typeof answer === "string" ? [answer] : answer).map(word).join(", ") }];
  });
}

/** The beginning of a text, at the end of a word. */
export function beginning(text: BilingualText, locale: Locale): { readonly text: string; readonly lang: Locale } {
  const { text: whole, lang } = textIn(text, locale);
  return { text: whole.length < 200 ? whole : `${whole.slice(0, 180).replace(/\s+\S*$/, "")}…`, lang };
}
