import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { STATUTE_NATIONS } from "#domain/involvement/statutory-consultations.ts";
import { Checkbox } from "#components/forms/choices.tsx";
import { BothLines, BothParagraphs, FormFrame, Line, Select, Whole } from "#features/councils/ui/form-kit.tsx";
import type { StatuteInView } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface StatuteFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** What stands; null for one of the council's own. */
  readonly statute: StatuteInView | null;
  /** Where the list stands. */
  readonly back: string;
}

/** A council's own copy of an entry of the catalogue. */
export function StatuteForm({ locale, welsh, form, statute, back }: StatuteFormProps) {
  const words = messages(locale).duty;
  const t = words.desk.statuteForm;
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      code: statute?.code ?? "",
      nation: statute?.nation ?? "england",
      titleEn: statute?.title.en ?? "",
      titleCy: statute?.title.cy ?? "",
      statuteEn: statute?.statute.en ?? "",
      statuteCy: statute?.statute.cy ?? "",
      minimumDays: statute?.minimumDays?.toString() ?? "",
      consulteesEn: statute?.consultees.en ?? "",
      consulteesCy: statute?.consultees.cy ?? "",
      source: statute?.source ?? "",
    },
    labels: { code: t.code, nation: words.statutes.nation, title: words.statutes.name, statute: words.statutes.law, minimumDays: t.minimum, consultees: words.statutes.consultees, source: t.source },
    faultWords: words.faults,
  };
  const off = form.faults.length > 0 ? form.values["withdrawn"] !== undefined : (statute?.withdrawn ?? false);
  return (
    <FormFrame kit={kit} title={statute ? t.title({ name: textIn(statute.title, locale).text }) : t.titleNew} lead={t.lead} hidden={statute ? { code: statute.code } : {}} button={t.save} back={{ href: back, text: t.back }}>
      {statute ? null : <Line kit={kit} name="code" hint={t.codeHint} width="medium" />}
      <BothLines kit={kit} name="title" />
      <BothLines kit={kit} name="statute" />
      <Select kit={kit} name="nation" options={STATUTE_NATIONS.map((value) => ({ value, text: words.statutes.nations[value] }))} />
      <Whole kit={kit} name="minimumDays" hint={t.minimumHint} />
      <BothParagraphs kit={kit} name="consultees" rows={3} />
      <Line kit={kit} name="source" />
      <Checkbox name="withdrawn" checked={off} text={t.takeOff} />
    </FormFrame>
  );
}
