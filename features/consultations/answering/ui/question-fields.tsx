import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault, RefusedForm } from "#domain/basics/fault.ts";
import { fieldOf } from "#domain/consultations/answer-form.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { DONT_KNOW } from "#domain/consultations/condition.ts";
import { OTHER, surveyText, type Option, type Question, type SurveyText } from "#domain/consultations/survey.ts";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Checkboxes, Radios, type Choice } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import type { FieldError } from "#components/forms/field-error.tsx";
import { Fieldset } from "#components/forms/field.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { MapField, type MapToPress } from "./map-field.tsx";

export interface QuestionFieldsProps {
  readonly locale: Locale;
  readonly easy: boolean;
  readonly question: Question;
  /** What was typed, or what was answered before, as fields; and what is wrong with it. */
  readonly form: RefusedForm;
  /** The question is the title of its page. */
  readonly isTitle: boolean;
  /** What is kept of the question besides fields: files sent and places marked. */
  readonly answer: Answer | undefined;
  /** The map to press, of a map question; its places in words where null. */
  readonly map: MapToPress | null;
}

/** One question as fields of a form. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { locale, easy, question } = props;
  const t = messages(locale).answering.question;
  const fact = surveyText(question.fact, locale, easy);
  return (
    <div className="stack" id={`question-${question.code}`}>
      <Body {...props} />
      {fact.text === "" ? null : (
        <Details summary={t.fact}>
          <Paragraphs text={fact.text} lang={fact.lang === locale ? undefined : fact.lang} />
        </Details>
      )}
    </div>
  );
}

/** A text of several lines as paragraphs. */
export function Paragraphs({ text, lang }: { readonly text: string; readonly lang?: Locale | undefined }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line, index) => (
      <p key={index} lang={lang}>
        {line}
      </p>
    ));
}

/** Amounts and days that a fault names, as people write them. */
export function inWords(locale: Locale, faults: readonly Fault[]): readonly Fault[] {
  const f = format(locale);
  return faults.map((fault) => {
    const { over, left, day, ...rest } = fault.params ?? {};
    if (fault.code === "over-budget" && typeof over === "number") return { ...fault, params: { ...rest, over: f.money(over) } };
    if (fault.code === "under-budget" && typeof left === "number") return { ...fault, params: { ...rest, left: f.money(left) } };
    if ((fault.code === "too-early" || fault.code === "too-late") && typeof day === "string") return { ...fault, params: { ...rest, day: f.date(day) } };
    return fault;
  });
}

function Body(props: QuestionFieldsProps) {
  const { locale, easy, question, form, isTitle } = props;
  const { answering } = messages(locale);
  const t = answering.question;
  const f = format(locale);
  const { code } = question;
  const say = (text: SurveyText) => surveyText(text, locale, easy);
  const asked = say(question.text);
  const other = asked.lang === locale ? undefined : asked.lang;
  const legend = (
    <span lang={other}>
      {asked.text}
      {question.optional ? ` ${t.optional}` : ""}
    </span>
  );
  const ownHint = say(question.hint).text;
  const hint = (...more: readonly string[]): ReactNode => {
    const lines = [ownHint, ...more].filter((line) => line !== "");
    return lines.length === 0 ? undefined : lines.map((line) => (/[.?!]$/.test(line) ? line : `${line}.`)).join(" ");
  };
  const error = (part = ""): FieldError | undefined => fieldError(locale, { ...form, faults: inWords(locale, form.faults) }, fieldOf(code, part), answering.faults);
  const value = (part = ""): string => form.values[part === "" ? code : `${code}.${part}`]?.at(-1) ?? "";
  const values = (part = ""): readonly string[] => form.values[part === "" ? code : `${code}.${part}`] ?? [];
  const frame = { legend, legendIsTitle: isTitle, or: t.or };
  const label = isTitle ? <h1>{legend}</h1> : legend;
  const choicesOf = (options: readonly Option[]): readonly Choice[] =>
    options.map((option) => {
      const name = say(option.text);
      return { value: option.code, text: name.text, apart: option.exclusive === true, ...(name.lang === locale ? {} : { lang: name.lang }) };
    });
  const unsure: readonly Choice[] = question.dontKnow ? [{ value: DONT_KNOW, text: t.dontKnow, apart: true }] : [];
  const dontKnow = question.dontKnow ? <Checkboxes name={`${code}.${DONT_KNOW}`} legend={t.dontKnow} hideLegend choices={[{ value: "yes", text: t.dontKnow }]} values={values(DONT_KNOW)} /> : null;
  const otherBox = "other" in question && question.other ? <TextField name={`${code}.other`} label={`${t.other}: ${t.otherLabel.toLowerCase()}`} value={value("other")} error={error("other")} width="medium" /> : null;
  const alsoOther: readonly Choice[] = otherBox ? [{ value: OTHER, text: t.other }] : [];

  switch (question.type) {
    case "short-text":
      return (
        <>
          <TextField name={code} label={label} hint={hint()} value={value()} error={error()} />
          {dontKnow}
        </>
      );
    case "long-text":
      return (
        <>
          <TextAreaField name={code} label={label} hint={hint(t.words({ count: question.maxWords }))} value={value()} rows={6} error={error()} />
          {dontKnow}
        </>
      );
    case "single-choice":
    case "likert":
      return (
        <>
          <Radios {...frame} name={code} hint={hint()} value={value()} error={error()} choices={[...choicesOf(question.options), ...alsoOther, ...unsure]} />
          {otherBox}
        </>
      );
    case "yes-no":
      return <Radios {...frame} name={code} hint={hint()} value={value()} error={error()} choices={[{ value: "yes", text: t.yes }, { value: "no", text: t.no }, ...unsure]} />;
    case "autocomplete":
      return (
        <>
          <SelectField
            name={code}
            label={label}
            hint={hint()}
            value={value()}
            error={error()}
            options={[{ value: "", text: t.list }, ...question.options.map((option) => ({ value: option.code, text: say(option.text).text })), ...alsoOther.map(() => ({ value: OTHER, text: t.other })), ...(question.dontKnow ? [{ value: DONT_KNOW, text: t.dontKnow }] : [])]}
          />
          {otherBox}
        </>
      );
    case "multiple-choice": {
      const plain = choicesOf(question.options.filter(({ exclusive }) => exclusive !== true));
      const alone = choicesOf(question.options.filter(({ exclusive }) => exclusive === true));
      return (
        <>
          <Checkboxes {...frame} name={code} hint={hint(question.most === null ? t.choose : t.chooseMost({ count: question.most }))} values={values()} error={error()} choices={[...plain, ...alsoOther, ...alone, ...unsure]} />
          {otherBox}
        </>
      );
    }
    case "matrix-single":
    case "matrix-multiple": {
      const Boxes = question.type === "matrix-single" ? Radios : Checkboxes;
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint()} error={error()}>
          <div className="stack mt-4">
            {question.rows.map((row) => (
              <Boxes
                key={row.code}
                compact
                name={`${code}.rows.${row.code}`}
                legend={say(row.text).text}
                value={value(`rows.${row.code}`)}
                values={values(`rows.${row.code}`)}
                error={error(`rows.${row.code}`)}
                choices={choicesOf(question.options)}
              />
            ))}
            {dontKnow}
          </div>
        </Fieldset>
      );
    }
    case "ranking": {
      const most = question.most ?? question.options.length;
      const ranks = [{ value: "", text: t.notRanked }, ...Array.from({ length: most }, (_, at) => ({ value: String(at + 1), text: f.number(at + 1) }))];
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint(question.most === null ? t.rank : t.rankMost({ count: question.most }))} error={error()}>
          <div className="stack mt-4">
            {inOrder(question.options, (option) => Number(value(`rank.${option.code}`))).map((option) => {
              const name = say(option.text).text;
              const rank = Number(value(`rank.${option.code}`));
              return (
                <div key={option.code} className="row row--between card">
                  <SelectField name={`${code}.rank.${option.code}`} label={name} options={ranks} value={value(`rank.${option.code}`)} />
                  <span className="row">
                    {rank === 0 ? (
                      <LinkButton name="move" value={`${code}:${option.code}:next`} about={name}>
                        {t.putNext}
                      </LinkButton>
                    ) : null}
                    {rank > 1 ? (
                      <Button small look="line" name="move" value={`${code}:${option.code}:up`}>
                        <span aria-hidden="true">↑</span>
                        <span className="vh">{t.moveUp({ option: name })}</span>
                      </Button>
                    ) : null}
                    {rank > 0 && rank < most ? (
                      <Button small look="line" name="move" value={`${code}:${option.code}:down`}>
                        <span aria-hidden="true">↓</span>
                        <span className="vh">{t.moveDown({ option: name })}</span>
                      </Button>
                    ) : null}
                  </span>
                </div>
              );
            })}
            {dontKnow}
          </div>
        </Fieldset>
      );
    }
    case "number":
      return (
        <>
          <NumberField name={code} label={label} hint={hint(say(question.unit).text)} value={value()} error={error()} decimal={question.decimals > 0} width="short" />
          {dontKnow}
        </>
      );
    case "budget": {
      const Box = question.unit === "pounds" ? MoneyField : NumberField;
      const show = (amount: number) => (question.unit === "pounds" ? f.money(amount) : f.number(amount));
      const spent = question.options.reduce((sum, { code: option }) => sum + (props.answer?.amounts?.[option] ?? 0), 0);
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint(question.unit === "pounds" ? t.pounds({ total: show(question.total) }) : t.points({ total: show(question.total) }), question.spendAll ? t.spendAll : "")} error={error()}>
          <div className="stack mt-4">
            {question.options.map((option) => (
              <Box key={option.code} name={`${code}.amounts.${option.code}`} label={say(option.text).text} value={value(`amounts.${option.code}`)} error={error(`amounts.${option.code}`)} />
            ))}
            <p role="status">
              {t.shared({ spent: show(spent), left: show(Math.max(0, question.total - spent)) })}{" "}
              <Button look="line" small name="then" value="add">
                {t.add}
              </Button>
            </p>
            {dontKnow}
          </div>
        </Fieldset>
      );
    }
    case "date": {
      const part = (name: string) => form.values[`${code}-${name}`]?.at(-1);
      return (
        <>
          <DateField name={code} legend={legend} legendIsTitle={isTitle} hint={hint(t.dateHint)} error={error()} labels={{ day: t.day, month: t.month, year: t.year }} values={{ day: part("day"), month: part("month"), year: part("year") }} />
          {dontKnow}
        </>
      );
    }
    case "postcode":
      return (
        <>
          <TextField name={code} label={label} hint={hint(t.postcodeHint({ days: question.keepDays }))} value={value()} error={error()} width="short" autoComplete="postal-code" spellCheck={false} />
          {dontKnow}
        </>
      );
    case "address":
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint()} error={error()}>
          <div className="stack mt-4">
            <TextField name={`${code}.address.line1`} label={t.address.line1} value={value("address.line1")} error={error("address.line1")} autoComplete="address-line1" />
            <TextField name={`${code}.address.line2`} label={t.address.line2} value={value("address.line2")} error={error("address.line2")} autoComplete="address-line2" />
            <TextField name={`${code}.address.town`} label={t.address.town} value={value("address.town")} error={error("address.town")} autoComplete="address-level2" width="medium" />
            <TextField name={`${code}.address.postcode`} label={t.address.postcode} value={value("address.postcode")} error={error("address.postcode")} autoComplete="postal-code" width="short" />
          </div>
        </Fieldset>
      );
    case "contact":
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint()} error={error()}>
          <div className="stack mt-4">
            <TextField name={`${code}.contact.name`} label={t.contact.name} value={value("contact.name")} error={error("contact.name")} autoComplete="name" />
            <EmailField name={`${code}.contact.email`} label={t.contact.email} value={value("contact.email")} error={error("contact.email")} />
            <TextField name={`${code}.contact.phone`} label={t.contact.phone} type="tel" autoComplete="tel" width="medium" value={value("contact.phone")} error={error("contact.phone")} />
          </div>
        </Fieldset>
      );
    case "organisation":
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint()} error={error()}>
          <div className="stack mt-4">
            <TextField name={`${code}.organisation.name`} label={t.organisation.name} value={value("organisation.name")} error={error("organisation.name")} autoComplete="organization" />
            <TextField name={`${code}.organisation.role`} label={t.organisation.role} value={value("organisation.role")} error={error("organisation.role")} autoComplete="organization-title" />
            <TextField name={`${code}.organisation.represents`} label={t.organisation.represents} value={value("organisation.represents")} error={error("organisation.represents")} />
          </div>
        </Fieldset>
      );
    case "file": {
      const kinds = question.kinds.length === 2 ? t.kindsOr : question.kinds[0] === "picture" ? t.pictures : t.documentsOnly;
      const sent = props.answer?.files ?? [];
      return (
        <div className="stack">
          <FileField name={code} label={label} hint={hint(t.fileHint({ kinds, count: question.mostFiles, size: question.mostMegabytes }), question.kinds.includes("picture") ? t.privacyFile : "")} error={error()} />
          <p>
            <Button look="line" small name="then" value="add">
              {t.addFile}
            </Button>
          </p>
          {sent.length > 0 ? (
            <div>
              <p className="label">{t.filesSent}</p>
              <ul>
                {sent.map((file) => (
                  <li key={file.id}>
                    {file.name}{" "}
                    <LinkButton name="drop" value={`${code}:${file.id}`} about={file.name}>
                      {t.removeFile}
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      );
    }
    case "map":
      return (
        <Fieldset id={code} legend={legend} legendIsTitle={isTitle} hint={hint(props.map ? t.mapHint({ count: question.most }) : "")} error={error()}>
          <div className="stack mt-4">
            {props.map ? <MapField locale={locale} question={question} map={props.map} form={form} places={props.answer?.places ?? []} /> : null}
            <TextField name={`${code}.place`} label={t.mapPlace} hint={t.mapPlaceHint} value={value("place")} error={error("place")} />
          </div>
        </Fieldset>
      );
    case "consent":
      return (
        <>
          <Checkboxes {...frame} name={code} hint={hint()} error={error()} values={values()} choices={[{ value: "yes", text: t.agree }]} />
        </>
      );
  }
}

/** What has a place comes first, in its order; the rest as the survey has it. */
const inOrder = (options: readonly Option[], rankOf: (option: Option) => number): readonly Option[] => {
  const place = (option: Option) => {
    const rank = rankOf(option);
    return Number.isInteger(rank) && rank > 0 ? rank : Number.MAX_SAFE_INTEGER;
  };
  return [...options].sort((a, b) => place(a) - place(b));
};

/**
 * What the return key does in a field: it sends the form. A browser presses the first button it finds, which would put a choice next in an
 * order, or press a map's corner, and so change an answer that nobody looked at.
 */
export const ReturnKeySends = (sent: { readonly name?: string; readonly value?: string }) => <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" {...sent} />;
