import type { Locale } from "#domain/basics/bilingual.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { TOPICS } from "#domain/involvement/engagement.ts";
import type { AreaChoice } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { BothLines, FormFrame, Money, Select } from "#features/councils/ui/form-kit.tsx";

export interface CreateFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** A fresh one-use number; the one already sent is kept. */
  readonly once: string;
  readonly areas: readonly AreaChoice[];
  readonly back: string;
}

/** A few questions that begin a budget vote. */
export function CreateForm({ locale, welsh, form, once, areas, back }: CreateFormProps) {
  const { drafting: t, pages, workspace } = messages(locale);
  const kit = { locale, welsh, form, stands: {}, labels: { title: t.create.name, topic: t.create.topic, amount: t.create.amount, areaId: t.create.area } };
  return (
    <FormFrame kit={kit} title={t.create.title} lead={t.create.lead} hidden={{ once: typed(form, "once", once) }} button={t.create.button} back={{ href: back, text: workspace.list.title }}>
      <BothLines kit={kit} name="title" hint={t.create.nameHint} />
      <Select kit={kit} name="topic" options={TOPICS.map((topic) => ({ value: topic, text: pages.topics[topic] }))} />
      <Money kit={kit} name="amount" />
      <Select kit={kit} name="areaId" hint={t.create.areaHint} options={areaOptions(locale, areas)} />
    </FormFrame>
  );
}

export const areaOptions = (locale: Locale, areas: readonly AreaChoice[]) => [
  { value: "", text: messages(locale).drafting.create.wholeCouncil },
  ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text })),
];
