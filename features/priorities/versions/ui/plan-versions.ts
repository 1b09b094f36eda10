import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { Statement } from "#domain/basics/difference.ts";
import type { PlanContent } from "#domain/priorities/plan-content.ts";
import { bilingualStatements } from "#features/councils/versions/ui/version-statements.ts";
import { sourceInWords, wordOf, wordsOfRules } from "#features/priorities/plans/ui/rule-words.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** What partners, councils, areas and strategies in a version are called, by `partner:health`. */
export type NamesInPlan = ReadonlyMap<string, BilingualText>;

/** All that a version of a draft says, in the reader's language. */
export function planStatements(locale: Locale, content: PlanContent, names: NamesInPlan): readonly Statement[] {
  const all = messages(locale);
  const [t, w] = [all.plans, all.versions.plan];
  const f = format(locale);
  const nameOf = (kind: string, key: string): string => {
    const name = names.get(`${kind}:${key}`);
    return name ? textIn(name, locale).text : key;
  };
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? all.priorities.noReading : f.decimal(value));
  return [
    ...bilingualStatements(locale, "title", w.title, content.title),
    ...(content.area.en + content.area.cy === "" ? [] : bilingualStatements(locale, "area", w.area, content.area)),
    { key: "period", label: w.period, value: t.period({ from: f.date(content.startsOn), to: f.date(content.endsOn) }) },
    { key: "framework", label: w.framework, value: textIn(content.framework.name, locale).text },
    { key: "law", label: w.law, value: content.framework.law, lang: sourceInWords(locale, content.framework.law).lang },
    ...wordsOfRules(locale, content.framework.rules).flatMap(({ rule, words, source }) => [
      { key: `rule/${rule}`, label: t.rule.rule, value: words },
      { key: `rule/${rule}/source`, label: w.source, value: source.text, lang: source.lang },
    ]),
    ...(content.strategy === null ? [] : [{ key: "strategy", label: w.strategy, value: nameOf("strategy", content.strategy) }]),
    ...content.councils.map(({ council, area }) => ({ key: `council/${council}`, label: w.council({ name: nameOf("council", council) }), value: textIn(area, locale).text || w.everywhere })),
    ...content.targets.flatMap((target): readonly Statement[] => {
      const [key, name] = [`target/${target.target}`, textIn(target.title, locale).text];
      const its = { target: name };
      const start = target.baseline === null && target.baselineDeferredUntil !== null ? t.baselineDeferred({ date: f.date(target.baselineDeferredUntil) }) : number(target.baseline);
      return [
        ...bilingualStatements(locale, key, w.target, target.title),
        ...bilingualStatements(locale, `${key}/indicator`, w.indicator(its), target.indicator).map((each, at) => (at === 0 && target.indicatorNumber !== null ? { ...each, value: `NI ${target.indicatorNumber}: ${each.value}` } : each)),
        { key: `${key}/kind`, label: w.kind(its), value: wordOf(locale, content.framework.rules, target.kind) },
        { key: `${key}/polarity`, label: w.polarity(its), value: t.forms.polarities[target.polarity] },
        { key: `${key}/start`, label: w.start(its), value: target.baselineOn === null ? start : `${start}, ${f.date(target.baselineOn)}` },
        ...target.yearly.map((value, at) => ({ key: `${key}/year/${at + 1}`, label: w.year({ ...its, number: f.number(at + 1) }), value: number(value) })),
        ...(target.partners.length === 0 ? [] : [{ key: `${key}/partners`, label: w.partners(its), value: f.list(target.partners.map(({ partner, part }) => (part === "lead" ? w.leads({ name: nameOf("partner", partner) }) : nameOf("partner", partner)))) }]),
        ...(target.areas.length === 0 ? [] : [{ key: `${key}/areas`, label: w.areas(its), value: f.list(target.areas.map((code) => nameOf("area", code))) }]),
        ...target.contributions.map(({ council, amount }) => ({ key: `${key}/part/${council}`, label: w.part({ ...its, name: nameOf("council", council) }), value: f.decimal(amount) })),
      ];
    }),
  ];
}
