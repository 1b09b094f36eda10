import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ASKING, IDEA_FIELDS, IDEA_QUESTION_KINDS } from "#domain/budgeting/idea-form.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults, fieldError } from "#features/accounts/ui/form-faults.tsx";
import { QUESTION_ROWS, showLines } from "#features/budgeting/idea-calls/input.ts";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface CallFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly call: IdeaCallInView;
  readonly form: RefusedForm;
  readonly back: string;
}

/** What stands in the officer's form. */
function asTyped({ intro, policy, form, mostPerPerson, seenFirst, supportsTaken }: IdeaCallInView): Readonly<Record<string, string>> {
  const fields = Object.fromEntries(IDEA_FIELDS.map((field) => [`field-${field}`, form.fields[field]]));
  const questions = Object.fromEntries(
    form.questions.flatMap(({ code, kind, label, hint, required, public: isPublic, options }, at) =>
      Object.entries({ code, kind, labelEn: label.en, labelCy: label.cy, hintEn: hint.en, hintCy: hint.cy, options: showLines(options), required: required ? "yes" : "", public: isPublic ? "yes" : "" }).map(([name, value]) => [`q${at + 1}-${name}`, value]),
    ),
  );
  return {
    introEn: intro.en,
    introCy: intro.cy,
    policyEn: policy.en,
    policyCy: policy.cy,
    categories: showLines(form.categories.map(({ name }) => ({ text: name }))),
    most: String(mostPerPerson),
    seenFirst: seenFirst ? "yes" : "",
    supportsTaken: supportsTaken ? "yes" : "",
    ...fields,
    ...questions,
  };
}

/** How a programme asks for ideas: texts, what its form asks, own questions and limits. */
export function CallForm({ locale, welsh, call, form, back }: CallFormProps) {
  const t = messages(locale).ideas;
  const stands = asTyped(call);
  const sent = Object.keys(form.values).length > 0;
  // A box not ticked is not sent, so after sending it is what was sent that counts.
  const value = (name: string) => (sent ? typed(form, name) : (stands[name] ?? ""));
  const error = (name: string) => fieldError(locale, form, name, t.faults);
  const languages = welsh ? (["En", "Cy"] as const) : (["En"] as const);
  const inLanguage = (label: string, language: "En" | "Cy") => (!welsh ? label : language === "En" ? messages(locale).drafting.english({ label }) : messages(locale).drafting.welsh({ label }));
  const both = (name: string, label: string, rows: number, hint?: string) => (
    <Grid columns={welsh ? 2 : 1}>
      {languages.map((language) => (
        <div key={language}>
          <TextAreaField name={`${name}${language}`} label={inLanguage(label, language)} hint={hint} rows={rows} lang={language === "En" ? "en" : "cy"} value={value(`${name}${language}`)} error={error(`${name}${language}`)} />
        </div>
      ))}
    </Grid>
  );
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.call.title} lead={t.call.lead} />
      <Form hidden={{ seen: String(call.version) }}>
        <div className="stack-xl">
          <div className="stack">
            {both("intro", t.call.intro, 3)}
            {both("policy", t.call.policy, 5, t.call.policyHint)}
          </div>
          <Section id="fields" title={t.call.fields} className="stack">
            <Grid columns={3}>
              {IDEA_FIELDS.map((field) => (
                <div key={field}>
                  <SelectField name={`field-${field}`} label={t.call.field[field]} width="full" value={value(`field-${field}`)} options={ASKING.map((asking) => ({ value: asking, text: t.call.asking[asking] }))} />
                </div>
              ))}
            </Grid>
            <TextAreaField name="categories" label={t.call.categories} hint={t.call.categoriesHint} rows={6} value={value("categories")} error={error("categories")} />
          </Section>
          <Section id="questions" title={t.call.questions}>
            <p>{t.call.questionsLead}</p>
            <div className="stack">
              {Array.from({ length: QUESTION_ROWS }, (_, at) => {
                const name = (part: string) => `q${at + 1}-${part}`;
                const words = textIn({ en: value(name("labelEn")), cy: value(name("labelCy")) }, locale).text;
                const wrong = form.faults.some(({ field }) => field.startsWith(`q${at + 1}-`));
                return (
                  <Details key={at} summary={words === "" ? t.call.question({ number: at + 1 }) : `${t.call.question({ number: at + 1 })}: ${words}`} open={wrong || (at === 0 && words === "")}>
                    <input type="hidden" name={name("code")} value={value(name("code"))} />
                    <div className="stack">
                      {(["label", "hint"] as const).map((part) => (
                          <Grid key={part} columns={welsh ? 2 : 1}>
                            {languages.map((language) => (
                              <div key={language}>
                                <TextField name={name(`${part}${language}`)} label={inLanguage(t.call[part], language)} lang={language === "En" ? "en" : "cy"} value={value(name(`${part}${language}`))} error={error(name(`${part}${language}`))} />
                              </div>
                            ))}
                          </Grid>
                      ))}
                      <SelectField name={name("kind")} label={t.call.kind} value={value(name("kind"))} options={IDEA_QUESTION_KINDS.map((kind) => ({ value: kind, text: t.call.kinds[kind] }))} />
                      <TextAreaField name={name("options")} label={t.call.options} hint={t.call.optionsHint} rows={4} value={value(name("options"))} error={error(name("options"))} />
                      <Checkbox name={name("required")} text={t.call.required} checked={value(name("required")) !== ""} />
                      <Checkbox name={name("public")} text={t.call.public} checked={value(name("public")) !== ""} />
                    </div>
                  </Details>
                );
              })}
            </div>
          </Section>
          <div className="stack">
            <NumberField name="most" label={t.call.most} value={value("most")} error={error("most")} />
            <Checkbox name="seenFirst" text={t.call.seenFirst} checked={value("seenFirst") !== ""} />
            <Checkbox name="supportsTaken" text={t.call.supportsTaken} checked={value("supportsTaken") !== ""} />
          </div>
        </div>
        <ButtonRow>
          <Button>{t.call.save}</Button>
          <a href={back}>{t.form.cancel}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
