import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { countWords, MOST_WORDS } from "#domain/elections/statement.ts";
import { TAUGHT_AT_HOME } from "#domain/elections/taught-at-home.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { PhotoQuestion } from "#features/councils/ui/photo-question.tsx";
import type { NominationInView } from "#features/elections/nominations/queries.ts";
import { messages } from "#i18n/messages.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";

interface NominationFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly contests: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly photo: PhotoInView | null;
  readonly back: string;
}

/** What stands in the fields of a nomination that is written on. */
export function nominationAsTyped(nomination: NominationInView, locale: Locale): Readonly<Record<string, readonly string[]>> {
  const other: Locale = locale === "en" ? "cy" : "en";
  const [year = "", month = "", day = ""] = (nomination.born ?? "").split("-");
  return {
    contestId: [nomination.contestId],
    givenName: [nomination.givenName],
    surname: [nomination.surname],
    showsSurname: [nomination.showsSurname ? "yes" : ""],
    school: [nomination.school === TAUGHT_AT_HOME ? "" : nomination.school],
    taughtAtHome: [nomination.school === TAUGHT_AT_HOME ? "yes" : ""],
    yearGroup: [nomination.yearGroup?.toString() ?? ""],
    "born-day": [day.replace(/^0/, "")],
    "born-month": [month.replace(/^0/, "")],
    "born-year": [year],
    statement: [nomination.statement[locale]],
    otherStatement: [nomination.statement[other]],
    promises: [nomination.promises[locale]],
    otherPromises: [nomination.promises[other]],
    videoUrl: [nomination.videoUrl],
    videoCaptioned: [nomination.videoCaptioned ? "yes" : ""],
    parentName: [nomination.parentName],
    parentEmail: [nomination.parentEmail],
    photoId: [nomination.photo?.id ?? ""],
    photoAltEn: [nomination.photo?.alt.en ?? ""],
    photoAltCy: [nomination.photo?.alt.cy ?? ""],
  };
}

/** What somebody who stands writes of themselves, with the words counted. */
export function NominationForm({ locale, welsh, form, contests, photo, back }: NominationFormProps) {
  const { nominations, photos, drafting } = messages(locale);
  const t = nominations.form;
  const own = { ...nominations.faults, ...photos.faults };
  const other: Locale = locale === "en" ? "cy" : "en";
  const field = (name: string) => ({ name, value: typed(form, name), error: fieldError(locale, form, name, own) });
  const inOther = (label: string): string => (other === "en" ? drafting.english({ label }) : drafting.welsh({ label }));
  const { contest, givenName, surname, school, yearGroup, born, statement, promises, videoUrl, parentName, parentEmail } = t;
  const labels = { contestId: contest, givenName, surname, school, yearGroup, born, statement, promises, otherStatement: inOther(statement), otherPromises: inOther(promises), videoUrl, parentName, parentEmail };
  const words = countWords(typed(form, "statement"));
  const ticked = (name: string): boolean => form.values[name]?.at(-1) === "yes";
  const translated = typed(form, "otherStatement") + typed(form, "otherPromises") !== "";
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={own} labels={labels} />
      <PageHead title={t.title} lead={t.lead} />
      <Form multipart className="stack" hidden={contests.length === 1 ? { contestId: contests[0]?.id ?? "" } : {}}>
        {/* Enter in a text box presses a form's first button. */}
        <button type="submit" className="vh" name="step" value="save" tabIndex={-1} aria-hidden="true" />
        {contests.length > 1 ? <SelectField {...field("contestId")} label={t.contest} hint={t.contestHint} options={contests.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} /> : null}
        <TextField {...field("givenName")} label={t.givenName} width="medium" autoComplete="given-name" />
        <TextField {...field("surname")} label={t.surname} width="medium" autoComplete="family-name" />
        <Checkbox name="showsSurname" text={t.showsSurname} hint={t.showsSurnameHint} checked={ticked("showsSurname")} />
        <TextField {...field("school")} label={t.school} hint={t.schoolHint} width="medium" />
        <Checkbox name="taughtAtHome" text={t.taughtAtHome} checked={ticked("taughtAtHome")} />
        <NumberField {...field("yearGroup")} label={t.yearGroup} hint={t.yearGroupHint} />
        <DateField
          name="born"
          legend={t.born}
          hint={t.bornHint}
          error={fieldError(locale, form, "born", own)}
          labels={{ day: t.day, month: t.month, year: t.yearOf }}
          values={{ day: typed(form, "born-day"), month: typed(form, "born-month"), year: typed(form, "born-year") }}
          birthday
        />
        <TextAreaField {...field("statement")} label={t.statement} hint={`${t.statementHint} ${t.count({ words, left: Math.max(0, MOST_WORDS - words) })}`} rows={9} lang={locale} />
        <Button look="line" small name="step" value="count">
          {t.countWords}
        </Button>
        <TextAreaField {...field("promises")} label={t.promises} hint={t.promisesHint} rows={5} lang={locale} />
        {welsh ? (
          <Details summary={t.other[other]} open={translated || form.faults.some(({ field: name }) => name.startsWith("other"))}>
            <p>{t.otherLead}</p>
            <TextAreaField {...field("otherStatement")} label={t.statement} rows={7} lang={other} />
            <TextAreaField {...field("otherPromises")} label={t.promises} rows={4} lang={other} />
          </Details>
        ) : null}
        <PhotoQuestion locale={locale} form={form} languages={[locale]} photo={photo} />
        <TextField {...field("videoUrl")} label={t.videoUrl} hint={t.videoHint} />
        <Checkbox name="videoCaptioned" text={t.videoCaptioned} checked={ticked("videoCaptioned")} error={fieldError(locale, form, "videoCaptioned", own)} />
        <Section id="parent" title={t.parent} surface="card">
          <p>{t.parentLead}</p>
          <TextField {...field("parentName")} label={t.parentName} width="medium" />
          <EmailField {...field("parentEmail")} label={t.parentEmail} width="medium" />
        </Section>
        <ButtonRow>
          <Button name="step" value="save" forward>
            {t.save}
          </Button>
          <a href={back}>{t.cancel}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
