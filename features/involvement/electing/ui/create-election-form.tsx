import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ELECTION_TEMPLATES } from "#domain/elections/template.ts";
import { BothLines, Choose, DateBoxes, FormFrame } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";

interface CreateElectionFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** A new election: its name, how it usually goes, and its polling day. */
export function CreateElectionForm({ locale, welsh, form, once, back }: CreateElectionFormProps) {
  const { desk: t, templates, faults } = messages(locale).elections;
  const kit = { locale, welsh, form, stands: { template: "young-mayor" }, labels: { titleEn: t.titleEn, titleCy: t.titleCy, template: t.template, pollingDay: t.pollingDay }, faultWords: faults };
  return (
    <FormFrame kit={kit} title={t.createTitle} lead={t.createLead} hidden={{ once: typed(form, "once", once) }} button={t.create} back={{ href: back, text: t.title }}>
      <BothLines kit={kit} name="title" hint={t.titleHint} />
      <Choose kit={kit} name="template" choices={ELECTION_TEMPLATES.map((name) => ({ value: name, text: templates[name].name, hint: templates[name].about }))} />
      <DateBoxes kit={kit} name="pollingDay" hint={t.pollingDayHint} />
    </FormFrame>
  );
}
