import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Questions, Tie } from "#domain/eligibility/electorate.ts";
import { DateField } from "#components/forms/date-field.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { asksBirthDate, asksRollPostcode, isOnlyTie, mustGiveElector, POSTCODE_FIELDS } from "../input.ts";

export interface AboutYouProps {
  readonly locale: Locale;
  readonly asked: Questions;
  readonly form: RefusedForm;
  readonly pollingDay: CivilDay | null;
  /** Details by which to look on a roll are asked only where they are used. */
  readonly withRoll: boolean;
}

/** What the vote's rules need to know of somebody, and nothing else. */
export function AboutYou({ locale, asked, form, pollingDay, withRoll }: AboutYouProps) {
  const { eligibility, electorate } = messages(locale);
  const t = electorate.form;
  const own = aboutYouWords(locale);
  const error = (field: string) => fieldError(locale, form, field, own);
  const labels: Record<Tie, string> = { live: eligibility.form.postcode, work: t.workPostcode, study: t.studyPostcode };
  const roll = withRoll && asked.rolls.length > 0;
  const birth = withRoll ? asksBirthDate(asked) : asked.age === "birth-date";
  const postcodeOf = (tie: Tie) => (
    <TextField
      key={tie}
      name={POSTCODE_FIELDS[tie]}
      label={labels[tie]}
      hint={tie === "live" ? eligibility.form.postcodeHint : undefined}
      width="short"
      autoComplete={tie === "live" ? "postal-code" : "off"}
      spellCheck={false}
      value={typed(form, POSTCODE_FIELDS[tie])}
      error={error(POSTCODE_FIELDS[tie])}
    />
  );
  const name = (field: "givenNames" | "familyName", autoComplete: "given-name" | "family-name") => (
    <TextField name={field} label={t[field]} width="medium" autoComplete={autoComplete} spellCheck={false} value={typed(form, field)} error={error(field)} />
  );
  return (
    <>
      {asked.ties.length > 0 && !isOnlyTie(asked) ? <p>{t.oneTie}</p> : null}
      {asked.ties.map(postcodeOf)}
      {asked.schools.length > 0 ? (
        <SelectField
          name="school"
          label={t.school}
          options={[{ value: "", text: t.noSchool }, ...asked.schools.map((school) => ({ value: school, text: school }))]}
          value={typed(form, "school")}
          error={error("school")}
        />
      ) : null}
      {birth ? (
        <DateField
          name="birth"
          legend={t.birthDate}
          hint={t.birthHint}
          error={error("birth")}
          labels={{ day: t.day, month: t.month, year: t.year }}
          values={{ day: typed(form, "birth-day"), month: typed(form, "birth-month"), year: typed(form, "birth-year") }}
          birthday
        />
      ) : asked.age !== null ? (
        <NumberField
          name="age"
          label={pollingDay === null ? eligibility.form.age : t.ageOn({ day: format(locale).date(pollingDay) })}
          hint={eligibility.form.ageHint}
          width="four"
          value={typed(form, "age")}
          error={error("age")}
        />
      ) : null}
      {roll ? (
        <fieldset className="field">
          <legend className="h3">{t.rollTitle}</legend>
          {mustGiveElector(asked) ? null : <p className="muted">{t.rollOptional}</p>}
          <div className="stack">
            {name("givenNames", "given-name")}
            {name("familyName", "family-name")}
            {!asksRollPostcode(asked) ? null : (
              <TextField name="rollPostcode" label={t.rollPostcode} width="short" autoComplete="postal-code" spellCheck={false} value={typed(form, "rollPostcode")} error={error("rollPostcode")} />
            )}
            <TextField name="reference" label={t.reference} hint={t.referenceHint} width="medium" spellCheck={false} value={typed(form, "reference")} error={error("reference")} />
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

/** The words of what may be wrong in these fields. */
export const aboutYouWords = (locale: Locale): Readonly<Record<string, unknown>> => ({ ...messages(locale).eligibility.faults, ...messages(locale).electorate.faults });
