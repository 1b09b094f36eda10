import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { FRAMEWORK_RULES, isCitedInEnglish, OWN_PROTOCOL, sourceOf, type FrameworkRule, type FrameworkRules, type FrameworkWord } from "#domain/priorities/framework.ts";
import { messages } from "#i18n/messages.ts";

/** What a framework asks, each rule in words with where it comes from. */
export function wordsOfRules(locale: Locale, rules: FrameworkRules): readonly { readonly rule: FrameworkRule; readonly words: string; readonly source: SourceInWords }[] {
  const t = messages(locale).plans;
  const w = t.ruleWords;
  const words: Record<FrameworkRule, string | null> = {
    period: rules.periodYears === null ? null : w.period({ years: rules.periodYears }),
    designated: rules.mostDesignated === null ? null : w.designated({ most: rules.mostDesignated }),
    statutory: rules.mostStatutory === null ? null : w.statutory({ most: rules.mostStatutory }),
    local: rules.mostLocal === null || rules.mostLocal === undefined ? null : w.local({ most: rules.mostLocal }),
    designation: rules.designateWithinMonths === null ? null : w.designation({ months: rules.designateWithinMonths }),
    revision: rules.designatedByRevision ? w.revision : null,
    consent: rules.localNeedsConsent ? w.consent : null,
    lock: rules.lockMonths === 0 ? null : w.lock({ months: rules.lockMonths }),
    memorandum: w.memorandum,
    approvals: w.approvals({ steps: rules.approvals.map((step) => t.steps[step]).join(w.thenStep) }),
    returns: w.returns({ days: rules.returnDays }),
  };
  return FRAMEWORK_RULES.flatMap((rule) => (words[rule] === null ? [] : [{ rule, words: words[rule], source: sourceInWords(locale, sourceOf(rules, rule)) }]));
}

/** Where a rule comes from, with its language where that is not the page's. */
export interface SourceInWords {
  readonly text: string;
  readonly lang: "en" | undefined;
}

export function sourceInWords(locale: Locale, source: string): SourceInWords {
  if (source === OWN_PROTOCOL) return { text: messages(locale).plans.ownProtocol, lang: undefined };
  return { text: source, lang: locale !== "en" && isCitedInEnglish(source) ? "en" : undefined };
}

/** A refused form whose faults name where a rule comes from in the words of the page, and say which of them are English. */
export function withSourcesInWords(locale: Locale, form: RefusedForm): RefusedForm {
  const faults = form.faults.map((fault) => {
    const { source } = fault.params ?? {};
    if (typeof source !== "string") return fault;
    const { text, lang } = sourceInWords(locale, source);
    return { ...fault, params: { ...fault.params, source: text, ...(lang === "en" && { english: text }) } };
  });
  return { ...form, faults };
}

/** What a framework calls its targets or a kind of them, in its own words where it has any. */
export function wordOf(locale: Locale, rules: Pick<FrameworkRules, "words">, word: FrameworkWord): string {
  const t = messages(locale).plans;
  const own = rules.words?.[word];
  return own ? textIn(own, locale).text : word === "targets" ? t.targets : t.kinds[word];
}
