import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button } from "#components/forms/button.tsx";
import { Checkbox, Checkboxes } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { PlaceInView } from "#features/voting/polling-places/queries.ts";
import { messages } from "#i18n/messages.ts";

interface PlaceFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** Null for a new one. */
  readonly place: PlaceInView | null;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly once: string;
  readonly form: RefusedForm;
}

/** A polling place: what it is called, how one gets in, when it is open and who presides. */
export function PlaceForm({ locale, welsh, place, officers, once, form }: PlaceFormProps) {
  const t = messages(locale).pollingPlaces;
  const stands: Record<string, string> = place
    ? { nameEn: place.name.en, nameCy: place.name.cy, address: place.address, accessEn: place.access.en, accessCy: place.access.cy, hoursEn: place.hours.en, hoursCy: place.hours.cy, letters: place.letters }
    : {};
  const sent = form.faults.length > 0;
  const field = (name: string) => ({ name, value: typed(form, name, stands[name] ?? ""), error: fieldError(locale, form, name, t.faults) });
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} labels={{ nameEn: t.form.nameEn, nameCy: t.form.nameCy, address: t.form.address, accessEn: t.form.accessEn, accessCy: t.form.accessCy, hoursEn: t.form.hoursEn, hoursCy: t.form.hoursCy, letters: t.form.letters, officers: t.form.officers }} />
      <div className="stack-l">
        <PageHead title={place ? t.form.title({ name: textIn(place.name, locale).text }) : t.form.newTitle} />
        <Form className="stack" hidden={place ? {} : { once: typed(form, "once", once) }}>
          <TextField {...field("nameEn")} label={t.form.nameEn} width="medium" lang="en" />
          {welsh ? <TextField {...field("nameCy")} label={t.form.nameCy} width="medium" lang="cy" /> : null}
          <TextAreaField {...field("address")} label={t.form.address} rows={3} />
          <TextAreaField {...field("accessEn")} label={t.form.accessEn} hint={t.form.accessHint} rows={3} lang="en" />
          {welsh ? <TextAreaField {...field("accessCy")} label={t.form.accessCy} hint={t.form.accessHint} rows={3} lang="cy" /> : null}
          <TextAreaField {...field("hoursEn")} label={t.form.hoursEn} hint={t.form.hoursHint} rows={3} lang="en" />
          {welsh ? <TextAreaField {...field("hoursCy")} label={t.form.hoursCy} hint={t.form.hoursHint} rows={3} lang="cy" /> : null}
          <TextField {...field("letters")} label={t.form.letters} hint={t.form.lettersHint} width="short" autoComplete="off" />
          {officers.length === 0 ? (
            <p className="muted">{t.form.noOfficers}</p>
          ) : (
            <Checkboxes
              name="officers"
              legend={t.form.officers}
              hint={t.form.officersHint}
              compact
              values={sent ? (form.values["officers"] ?? []) : (place?.presidingOfficers ?? [])}
              error={fieldError(locale, form, "officers", t.faults)}
              choices={officers.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          {place ? <Checkbox name="closed" text={t.form.closed} checked={sent ? typed(form, "closed") === "yes" : place.closed} /> : null}
          <div>
            <Button>{t.form.save}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}
