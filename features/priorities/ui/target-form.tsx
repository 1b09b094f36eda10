import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { TARGET_STATUSES } from "#domain/priorities/target.ts";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";

export interface TargetFormProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  /** The target's id: made when the form is first shown, so that sending it twice writes one target. */
  readonly once: string;
}

/** A target as an officer writes it. */
export function TargetForm({ locale, form, once }: TargetFormProps) {
  const t = messages(locale).priorities.manage;
  const field = (name: Exclude<keyof typeof t.fields, "slugHint">) => ({ name, label: t.fields[name], value: typed(form, name), error: fieldError(locale, form, name, {}) });
  return (
    <>
      <FormFaults locale={locale} form={form} own={{}} />
      <Form hidden={{ once: typed(form, "once", once) }} className="stack">
        <TextField {...field("titleEn")} />
        <TextField {...field("titleCy")} lang="cy" />
        <TextField {...field("slug")} hint={t.fields.slugHint} width="medium" spellCheck={false} />
        <TextField {...field("theme")} />
        <TextField {...field("indicatorEn")} />
        <TextField {...field("indicatorCy")} lang="cy" />
        <TextField {...field("baseline")} width="short" inputMode="decimal" />
        <TextField {...field("latest")} width="short" inputMode="decimal" />
        <TextField {...field("target")} width="short" inputMode="decimal" />
        <TextField {...field("lead")} />
        <SelectField {...field("status")} options={TARGET_STATUSES.map((value) => ({ value, text: messages(locale).priorities.statuses[value] }))} />
        <TextAreaField {...field("narrativeEn")} />
        <TextAreaField {...field("narrativeCy")} lang="cy" />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </>
  );
}
