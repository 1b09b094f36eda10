import type { ReactNode } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import type { FieldError } from "#components/forms/field-error.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault, RefusedForm } from "#domain/basics/fault.ts";
import { faultText, messages } from "#i18n/messages.ts";

/** The words of codes that only one context has. */
export type OwnWords = Readonly<Record<string, unknown>>;

/** The words for this field (`email.required`) where a context has them, else those of the code. */
function wordsOf(locale: Locale, fault: Fault, own: OwnWords): string {
  const particular = `${fault.field}.${fault.code}`;
  return faultText(locale, particular in own ? { ...fault, code: particular } : fault, own);
}

/** What the words of a fault quote in English on a page that is in Welsh: its `english`, which a form gives where it knows of one. */
export const quotedInEnglish = ({ params }: Fault): string | undefined => (typeof params?.["english"] === "string" ? params["english"] : undefined);

/** What is wrong with one field, for its place beside it. */
export function fieldError(locale: Locale, form: RefusedForm, field: string, own: OwnWords): FieldError | undefined {
  const fault = form.faults.find((each) => each.field === field);
  return fault ? { word: messages(locale).site.errorHidden, message: wordsOf(locale, fault, own), english: quotedInEnglish(fault) } : undefined;
}

interface FormFaultsProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly own: OwnWords;
  /** What fields are called whose fault does not say which of them is meant. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A fault with what its field is called; a field that is a question ends with its own mark. */
export const labelled = (label: string, words: string): string => `${label}${label.endsWith("?") ? "" : ":"} ${words}`;

/** Everything that is wrong with a form, first in the page, each leading to its field. */
export function FormFaults({ locale, form, own, labels = {} }: FormFaultsProps): ReactNode {
  if (form.faults.length === 0) return null;
  const wordsFor = (fault: Fault): string => {
    const label = labels[fault.field];
    return label === undefined || `${fault.field}.${fault.code}` in own ? wordsOf(locale, fault, own) : labelled(label, wordsOf(locale, fault, own));
  };
  return <ErrorSummary title={messages(locale).site.errorSummary} errors={form.faults.map((fault) => ({ href: `#${fault.field || "main"}`, text: wordsFor(fault), english: quotedInEnglish(fault) }))} />;
}
