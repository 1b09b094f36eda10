import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { PROGRAMME_TEMPLATES, TEMPLATES, nextYearsName } from "#domain/budgeting/template.ts";
import { TOPICS } from "#domain/involvement/engagement.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { BothLines, Choose, DateBoxes, dateBoxes, FormFrame, Money, poundsBox, Select } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";

const WAYS = ["quick", "template", "copy", "empty"] as const;

/** Ways to begin a budget vote. */
export function WaysToStart({ locale, desk }: { readonly locale: Locale; readonly desk: string }) {
  const t = messages(locale).starting.ways;
  const address = { quick: `${desk}/quick`, template: `${desk}/votes/start/template`, copy: `${desk}/votes/start/copy`, empty: `${desk}/votes/new` };
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <ul className="plain grid g2">
        {WAYS.map((way) => (
          <li key={way} className="card stack-s">
            <h2 className="h3">
              <a href={address[way]}>{t[way][0]}</a>
            </h2>
            <p>{t[way][1]}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StartFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** A vote the way one usually goes. */
export function TemplateForm({ locale, welsh, form, once, back, today }: StartFormProps & { readonly today: string }) {
  const { starting, pages } = messages(locale);
  const t = starting.template;
  const chosen = TEMPLATES.find((name) => name === typed(form, "template")) ?? "parish";
  const kit = {
    locale,
    welsh,
    form,
    stands: { template: chosen, amountPence: poundsBox(PROGRAMME_TEMPLATES[chosen].usualPence), topic: "budget-and-spending", ...dateBoxes("startsOn", today) },
    labels: { template: t.which, title: t.name, topic: t.topic, amountPence: t.amount, startsOn: t.startsOn },
    faultWords: { ...messages(locale).drafting.faults, ...starting.faults },
  };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={t.button} back={{ href: back, text: starting.back }}>
      <Choose kit={kit} name="template" choices={TEMPLATES.map((name) => ({ value: name, text: t.kinds[name][0], hint: t.kinds[name][1] }))} />
      <BothLines kit={kit} name="title" />
      <Select kit={kit} name="topic" options={TOPICS.map((topic) => ({ value: topic, text: pages.topics[topic] }))} />
      <Money kit={kit} name="amountPence" />
      <DateBoxes kit={kit} name="startsOn" hint={t.startsOnHint} />
    </FormFrame>
  );
}

/** Next year's out of an earlier one. */
export function CopyForm({ locale, welsh, form, once, back, votes, year }: StartFormProps & { readonly votes: readonly { readonly id: string; readonly title: BilingualText }[]; readonly year: number }) {
  const { starting } = messages(locale);
  const t = starting.copy;
  const [first] = votes;
  if (first === undefined)
    return (
      <EmptyState level={2} title={t.none}>
        {t.noneMore}
      </EmptyState>
    );
  const kit = {
    locale,
    welsh,
    form,
    stands: { from: first.id, titleEn: nextYearsName(first.title.en, year), titleCy: nextYearsName(first.title.cy, year) },
    labels: { from: t.from, title: t.name },
    faultWords: { ...messages(locale).drafting.faults, ...messages(locale).programme.faults },
  };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={t.button} back={{ href: back, text: starting.back }}>
      <Select kit={kit} name="from" options={votes.map(({ id, title }) => ({ value: id, text: textIn(title, locale).text }))} />
      <BothLines kit={kit} name="title" />
    </FormFrame>
  );
}
