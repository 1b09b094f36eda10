import { TRANSFER_STAGES } from "#domain/asset-transfers/transfer.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";

export interface TransferFormProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly once: string;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
}

type Label = Exclude<keyof ReturnType<typeof messages>["assetTransfers"]["manage"]["fields"], "slugHint" | "noArea" | "reachedOnHint">;

const fieldsOf = (locale: Locale, form: RefusedForm) => (name: Label) => ({
  name,
  label: messages(locale).assetTransfers.manage.fields[name],
  value: typed(form, name),
  error: fieldError(locale, form, name, {}),
});

/** An asset transfer as an officer writes it. */
export function TransferForm({ locale, form, once, areas }: TransferFormProps) {
  const t = messages(locale).assetTransfers.manage;
  const field = fieldsOf(locale, form);
  return (
    <>
      <FormFaults locale={locale} form={form} own={{}} />
      <Form hidden={{ once: typed(form, "once", once) }} className="stack">
        <TextField {...field("titleEn")} />
        <TextField {...field("titleCy")} lang="cy" />
        <TextField {...field("slug")} hint={t.fields.slugHint} width="medium" spellCheck={false} />
        <TextField {...field("reference")} width="short" />
        <TextField {...field("organisation")} />
        <SelectField {...field("areaId")} options={[{ value: "", text: t.fields.noArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
        <TextAreaField {...field("summaryEn")} />
        <TextAreaField {...field("summaryCy")} lang="cy" />
        <div>
          <Button name="act" value="write">
            {t.save}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** Notes that a transfer has reached a stage. */
export function StageForm({ locale, form }: { readonly locale: Locale; readonly form: RefusedForm }) {
  const t = messages(locale).assetTransfers;
  const field = fieldsOf(locale, form);
  return (
    <Form className="stack">
      <SelectField {...field("stage")} options={TRANSFER_STAGES.map((value) => ({ value, text: t.stages[value] }))} />
      <TextField {...field("reachedOn")} hint={t.manage.fields.reachedOnHint} width="short" />
      <TextField {...field("noteEn")} />
      <TextField {...field("noteCy")} lang="cy" />
      <div>
        <Button look="line" name="act" value="stage">
          {t.manage.saveStage}
        </Button>
      </div>
    </Form>
  );
}
