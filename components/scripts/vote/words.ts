import type { Locale } from "#domain/basics/bilingual.ts";

/** Words of a sentence that depends on a number, by the plural category of the page's language; {n} stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What a script says that is not in a template. Written by the page, so that a script carries no language. {name} stands for what is put in. */
export interface BallotWords extends ReceiptWords {
  /** Put before the title of a page with an error. */
  readonly errorPrefix: string;
  readonly projects: PluralForms;
  readonly points: PluralForms;
  readonly places: readonly string[];
  readonly faults: Readonly<Record<string, string>>;
  readonly option: string;
  readonly over: { readonly title: string; readonly body: string; readonly takeOff: string; readonly one: string; readonly several: string };
  readonly totalOf: string;
  readonly couldAdd: { readonly alone: string; readonly others: PluralForms };
}

/** What a script says on a receipt. */
export interface ReceiptWords {
  readonly receiptTitle: string;
  readonly receiptThanks: string;
  readonly changedTitle: string;
  readonly changed: string;
  readonly castAt: string;
  /** Where it is not known when it was cast. */
  readonly where: string;
}

export const localeOfPage = (): Locale => (document.documentElement.lang === "cy" ? "cy" : "en");

/** A sentence with {name} replaced. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export function plural(forms: PluralForms, count: number, shown: string): string {
  const category = new Intl.PluralRules(localeOfPage()).select(count);
  return fill(forms[category] ?? forms.other ?? "{n}", { n: shown });
}

/** Puts values for {name} into every text below an element, and into addresses. */
export function fillBelow(root: ParentNode, values: Readonly<Record<string, string | number>>): void {
  const texts = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) if (node.nodeValue?.includes("{")) node.nodeValue = fill(node.nodeValue, values);
}

/** A copy of a template's content; throws where the page has no such template. */
export function copyOf(id: string): DocumentFragment {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`No template ${id}`);
  return template.content.cloneNode(true) as DocumentFragment;
}
