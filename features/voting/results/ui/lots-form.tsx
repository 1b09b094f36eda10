import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Fieldset } from "#components/forms/field.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";
import { titleOf, titlesOf, type ResultParts } from "./options-to-show.ts";

export interface LotsFormProps {
  readonly locale: Locale;
  readonly options: ResultParts["options"];
  readonly tied: readonly number[];
  /** Made when the form is first shown, so that sending it twice records one draw. */
  readonly once: string;
  readonly form: RefusedForm;
}

/** Lots as the returning officer drew them: who was called first, who next, and who saw it. */
export function LotsForm({ locale, options, tied, once, form }: LotsFormProps) {
  const t = messages(locale).results.lotsForm;
  const places: readonly string[] = t.places;
  const orderError = fieldError(locale, form, "lotOrder", t.faults);
  const choices = [{ value: "", text: t.choose }, ...tied.map((number) => ({ value: String(number), text: titleOf({ locale, options }, number).text }))];
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead({ projects: titlesOf({ locale, options }, tied) })}>
        <p>{t.how}</p>
      </PageHead>
      <Form hidden={{ once: typed(form, "once", once) }} className="stack">
        <Fieldset id="order" legend={t.title} hideLegend error={orderError}>
          {tied.map((number, at) => (
            <SelectField
              key={number}
              name="lotOrder"
              id={at === 0 ? "lotOrder" : `lotOrder-${at + 1}`}
              label={t.called({ place: places[at] ?? t.place({ number: String(at + 1) }) })}
              options={choices}
              value={form.values["lotOrder"]?.[at] ?? ""}
            />
          ))}
        </Fieldset>
        <TextField name="witness" label={t.witness} hint={t.witnessHint} value={typed(form, "witness")} error={fieldError(locale, form, "witness", t.faults)} width="medium" />
        <Checkbox name="sure" text={t.sure} checked={typed(form, "sure") === "yes"} error={fieldError(locale, form, "sure", t.faults)} />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </>
  );
}
