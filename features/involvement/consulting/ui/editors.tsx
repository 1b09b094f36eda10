import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { placesAfter, questionFields, sectionFields, settingsFields, SPARE_OPTIONS, SPARE_TESTS, testChoice, testsBefore } from "#domain/consultations/question-form.ts";
import { FILE_KINDS, LAYOUTS, type Question, type Section, type Survey } from "#domain/consultations/survey.ts";
import { MAP_SHAPES } from "#domain/consultations/answer.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox, Checkboxes, Radios } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { seenToSend } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";
import { placeName } from "./survey-builder.tsx";
import { questionName, testWords } from "./survey-words.ts";

interface EditorProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly survey: Survey;
  readonly form: RefusedForm;
  readonly seen: string;
  /** The builder's page. */
  readonly here: string;
}

/** What a box shows: what was typed, else what stands. */
interface Boxes {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly stands: Readonly<Record<string, string>>;
}

const sent = ({ form }: Boxes): boolean => Object.keys(form.values).length > 0;
const valueOf = (boxes: Boxes, name: string): string => boxes.form.values[name]?.at(-1) ?? (sent(boxes) ? "" : (boxes.stands[name] ?? ""));
const own = (locale: Locale) => ({ ...messages(locale).drafting.faults, ...messages(locale).surveys.faults });
const errorOf = (boxes: Boxes, name: string) => fieldError(boxes.locale, boxes.form, name, own(boxes.locale));

const ENDINGS = ["En", "Cy", "EasyEn", "EasyCy"] as const;

/** A text in English, Welsh and easy read, side by side. */
function FourTexts({ boxes, name, label, hint, rows = 2 }: { readonly boxes: Boxes; readonly name: string; readonly label: string; readonly hint?: string; readonly rows?: number }) {
  const t = messages(boxes.locale).surveys.question.languages;
  const shown = boxes.welsh ? ENDINGS : (["En", "EasyEn"] as const);
  return (
    <div className="grid g2">
      {shown.map((ending) => (
        <div key={ending}>
          <TextAreaField name={`${name}${ending}`} label={`${label} (${t[ending]})`} hint={ending === "En" ? hint : undefined} rows={rows} lang={ending.endsWith("Cy") ? "cy" : "en"} value={valueOf(boxes, `${name}${ending}`)} error={errorOf(boxes, `${name}${ending}`)} />
        </div>
      ))}
    </div>
  );
}

const Tick = ({ boxes, name, text, hint }: { readonly boxes: Boxes; readonly name: string; readonly text: string; readonly hint?: string }) => <Checkbox name={name} text={text} hint={hint} checked={valueOf(boxes, name) === "yes"} />;

const Count = ({ boxes, name, label }: { readonly boxes: Boxes; readonly name: string; readonly label: string }) => <NumberField name={name} label={label} value={valueOf(boxes, name)} error={errorOf(boxes, name)} width="short" />;

/** The lines under which a question or section is asked: each a choice from a list, so that nobody writes a formula. */
function ConditionLines({ boxes, survey, place }: { readonly boxes: Boxes; readonly survey: Survey; readonly place: Parameters<typeof testsBefore>[1] }) {
  const { locale } = boxes;
  const t = messages(locale).surveys.question;
  const groups = testsBefore(survey, place);
  const lines = countOf(boxes, "test") + SPARE_TESTS;
  return (
    <fieldset className="stack">
      <legend className="h3">{t.condition}</legend>
      <Radios
        compact
        name="match"
        legend={t.match}
        value={valueOf(boxes, "match") || "all"}
        choices={[
          { value: "all", text: t.all },
          { value: "any", text: t.any },
        ]}
      />
      {Array.from({ length: lines }, (_, at) => (
        <TestLine key={at} boxes={boxes} survey={survey} groups={groups} name={`test-${at}`} label={t.testLine({ number: at + 1 })} none={at === 0 ? t.always : t.noCondition} />
      ))}
    </fieldset>
  );
}

/** How many lines of a kind are filled, as the boxes stand. */
function countOf(boxes: Boxes, prefix: string): number {
  const names = sent(boxes) ? Object.keys(boxes.form.values).filter((name) => (boxes.form.values[name]?.at(-1) ?? "") !== "") : Object.keys(boxes.stands);
  return names.filter((name) => new RegExp(`^${prefix}-\\d+$`).test(name)).length;
}

interface TestLineProps {
  readonly boxes: Boxes;
  readonly survey: Survey;
  readonly groups: ReturnType<typeof testsBefore>;
  readonly name: string;
  readonly label: string;
  readonly none: string;
}

function TestLine({ boxes, survey, groups, name, label, none }: TestLineProps) {
  const { locale } = boxes;
  const t = messages(locale).surveys;
  const compares = groups.some(({ question }) => question?.type === "number");
  return (
    <div className="row">
      <div className="field">
        <label htmlFor={name}>{label}</label>
        <select className="in" id={name} name={name} defaultValue={valueOf(boxes, name)}>
          <option value="">{none}</option>
          {groups.map(({ question, tests }) => (
            <optgroup key={question?.code ?? "respondent"} label={question ? questionName(question, locale) : t.condition.respondent}>
              {tests.map((test) => (
                <option key={testChoice(test)} value={testChoice(test)}>
                  {testWords(survey, test, locale)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {compares ? <NumberField name={`${name}-number`} label={t.question.number} value={valueOf(boxes, `${name}-number`)} /> : null}
    </div>
  );
}

/** Options as rows of boxes, with some empty ones to add with. */
function OptionRows({ boxes, name, label, count, exclusive }: { readonly boxes: Boxes; readonly name: "options" | "rows"; readonly label: string; readonly count: number; readonly exclusive: boolean }) {
  const { locale, welsh } = boxes;
  const t = messages(locale).surveys.question;
  const shown = welsh ? ENDINGS : (["En", "EasyEn"] as const);
  const filled = Math.max(count, Object.keys(boxes.form.values).filter((field) => new RegExp(`^${name}-\\d+-En$`).test(field)).length - SPARE_OPTIONS);
  return (
    <fieldset className="stack">
      <legend className="h3">{label}</legend>
      <p className="hint">
        {t.optionsHint} {exclusive ? t.exclusiveHint : ""}
      </p>
      {Array.from({ length: filled + SPARE_OPTIONS }, (_, at) => (
        <div key={at} className="card stack-s">
          <div className={welsh ? "grid g4" : "grid g2"}>
            {shown.map((ending) => (
              <div key={ending}>
                <TextField name={`${name}-${at}-${ending}`} label={`${label} ${at + 1} (${t.languages[ending]})`} lang={ending.endsWith("Cy") ? "cy" : "en"} value={valueOf(boxes, `${name}-${at}-${ending}`)} />
              </div>
            ))}
          </div>
          <div className="row">
            <TextField name={`${name}-${at}-code`} label={`${t.code} ${at + 1}`} width="short" spellCheck={false} value={valueOf(boxes, `${name}-${at}-code`)} error={errorOf(boxes, `${name}-${at}-code`)} />
            <NumberField name={`${name}-${at}-place`} label={`${t.place} ${at + 1}`} value={valueOf(boxes, `${name}-${at}-place`)} />
            {exclusive ? <Checkbox name={`${name}-${at}-exclusive`} text={t.exclusive} checked={valueOf(boxes, `${name}-${at}-exclusive`) === "yes"} /> : null}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

function Frame({ boxes, title, seen, here, children, buttons }: { readonly boxes: Boxes; readonly title: string; readonly seen: string; readonly here: string; readonly children: ReactNode; readonly buttons: ReactNode }) {
  const { locale, form } = boxes;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={own(locale)} />
      <PageHead title={title} />
      <Form hidden={{ seen: seenToSend(form, seen) }}>
        <div className="stack-l">
          {children}
          <ButtonRow>
            {buttons}
            <a href={here}>{messages(locale).surveys.question.back}</a>
          </ButtonRow>
        </div>
      </Form>
    </div>
  );
}

/** Everything of one question. */
export function QuestionEditor({ question, ...props }: EditorProps & { readonly question: Question }) {
  const { locale, welsh, survey, form, seen, here } = props;
  const { surveys } = messages(locale);
  const t = surveys.question;
  const boxes: Boxes = { locale, welsh, form, stands: questionFields(question) };
  const section = survey.sections.find(({ questions }) => questions.some(({ code }) => code === question.code));
  return (
    <Frame
      boxes={boxes}
      title={t.title({ type: surveys.types[question.type] })}
      seen={seen}
      here={here}
      buttons={
        <>
          <Button name="then" value="save">
            {t.save}
          </Button>
          <Button look="line" name="then" value="another">
            {t.saveNext}
          </Button>
          {"options" in question ? (
            <Button look="line" name="then" value="rows">
              {t.moreRows}
            </Button>
          ) : null}
        </>
      }
    >
      <FourTexts boxes={boxes} name="text" label={t.text} />
      <FourTexts boxes={boxes} name="hint" label={t.hint} rows={1} />
      {"rows" in question ? <OptionRows boxes={boxes} name="rows" label={t.rows} count={question.rows.length} exclusive={false} /> : null}
      {"options" in question ? <OptionRows boxes={boxes} name="options" label={t.options} count={question.options.length} exclusive={question.type === "multiple-choice" || question.type === "single-choice"} /> : null}
      <fieldset className="stack-s">
        <legend className="h3">{t.settings}</legend>
        <OwnSettings boxes={boxes} question={question} />
        <Tick boxes={boxes} name="optional" text={t.optional} />
        <Tick boxes={boxes} name="dontKnow" text={t.dontKnow} />
        <Tick boxes={boxes} name="personal" text={t.personal} />
        <Tick boxes={boxes} name="notPublished" text={t.notPublished} />
        <Tick boxes={boxes} name="byGroup" text={t.byGroup} hint={t.byGroupHint} />
      </fieldset>
      <ConditionLines boxes={boxes} survey={survey} place={{ section: section?.code ?? "", question: question.code }} />
      <Details summary={`${t.label}, ${t.fact.toLowerCase()}, ${t.code.toLowerCase()}`} open={form.faults.length > 0}>
        <div className="stack">
          <FourTexts boxes={boxes} name="label" label={t.label} hint={t.labelHint} rows={1} />
          <FourTexts boxes={boxes} name="fact" label={t.fact} rows={3} />
          <TextField name="code" label={t.code} hint={t.codeHint} width="medium" spellCheck={false} value={valueOf(boxes, "code") || question.code} error={errorOf(boxes, "code")} />
        </div>
      </Details>
    </Frame>
  );
}

/** The settings that only this kind of question has. */
function OwnSettings({ boxes, question }: { readonly boxes: Boxes; readonly question: Question }) {
  const { drafting, surveys } = messages(boxes.locale);
  const t = surveys.question;
  const many = (name: string): readonly string[] => boxes.form.values[name] ?? [];
  const day = (name: string) => ({ day: valueOf(boxes, `${name}-day`), month: valueOf(boxes, `${name}-month`), year: valueOf(boxes, `${name}-year`) });
  const labels = { day: drafting.day, month: drafting.month, year: drafting.year };
  switch (question.type) {
    case "short-text":
      return <Count boxes={boxes} name="maxLength" label={t.maxLength} />;
    case "long-text":
      return <Count boxes={boxes} name="maxWords" label={t.maxWords} />;
    case "single-choice":
    case "autocomplete":
    case "likert":
      return <Tick boxes={boxes} name="other" text={t.other} />;
    case "multiple-choice":
      return (
        <>
          <Tick boxes={boxes} name="other" text={t.other} />
          <Count boxes={boxes} name="most" label={t.most} />
        </>
      );
    case "ranking":
      return <Count boxes={boxes} name="most" label={t.most} />;
    case "number":
      return (
        <>
          <div className="row">
            <Count boxes={boxes} name="least" label={t.least} />
            <Count boxes={boxes} name="greatest" label={t.greatest} />
            <Count boxes={boxes} name="decimals" label={t.decimals} />
          </div>
          <FourTexts boxes={boxes} name="unit" label={t.unit} rows={1} />
        </>
      );
    case "budget":
      return (
        <>
          <Radios
            compact
            name="unit"
            legend={t.budgetUnit}
            value={valueOf(boxes, "unit")}
            choices={[
              { value: "points", text: t.points },
              { value: "pounds", text: t.pounds },
            ]}
          />
          <Count boxes={boxes} name="total" label={t.total} />
          <Tick boxes={boxes} name="spendAll" text={t.spendAll} />
        </>
      );
    case "date":
      return (
        <>
          <DateField name="earliest" legend={t.earliest} labels={labels} values={day("earliest")} error={errorOf(boxes, "earliest")} />
          <DateField name="latest" legend={t.latest} labels={labels} values={day("latest")} error={errorOf(boxes, "latest")} />
        </>
      );
    case "postcode":
      return <Count boxes={boxes} name="keepDays" label={t.keepDays} />;
    case "file":
      return (
        <>
          <Checkboxes compact name="kinds" legend={t.kinds} values={sent(boxes) ? many("kinds") : question.kinds} choices={FILE_KINDS.map((kind) => ({ value: kind, text: kind === "picture" ? t.pictures : t.documents }))} />
          <div className="row">
            <Count boxes={boxes} name="mostFiles" label={t.mostFiles} />
            <Count boxes={boxes} name="mostMegabytes" label={t.mostMegabytes} />
          </div>
        </>
      );
    case "map":
      return (
        <>
          <Checkboxes compact name="shapes" legend={t.shapes} values={sent(boxes) ? many("shapes") : question.shapes} choices={MAP_SHAPES.map((shape) => ({ value: shape, text: t[shape] }))} />
          <Count boxes={boxes} name="most" label={t.most} />
        </>
      );
    case "matrix-single":
    case "matrix-multiple":
    case "yes-no":
    case "address":
    case "contact":
    case "organisation":
    case "consent":
      return null;
  }
}

/** A section's title, introduction, condition and what comes after it. */
export function SectionEditor({ section, ...props }: EditorProps & { readonly section: Section }) {
  const { locale, welsh, survey, form, seen, here } = props;
  const { surveys } = messages(locale);
  const t = surveys.section;
  const boxes: Boxes = { locale, welsh, form, stands: sectionFields(section) };
  const groups = testsBefore(survey, { section: section.code, within: true });
  const jumps = Math.max(section.jumps.length, countOf(boxes, "jump")) + 1;
  return (
    <div className="stack-l">
      <Frame boxes={boxes} title={t.title} seen={seen} here={here} buttons={<Button>{surveys.question.save}</Button>}>
        <FourTexts boxes={boxes} name="title" label={t.name} rows={1} />
        <FourTexts boxes={boxes} name="intro" label={t.intro} rows={3} />
        <FourTexts boxes={boxes} name="fact" label={surveys.question.fact} rows={3} />
        <ConditionLines boxes={boxes} survey={survey} place={{ section: section.code }} />
        {survey.layout === "chapters" ? null : (
          <fieldset className="stack">
            <legend className="h3">{t.jumps}</legend>
            <p className="hint">{t.jumpsHint}</p>
            {Array.from({ length: jumps }, (_, at) => (
              <div key={at} className="stack-s">
                <TestLine boxes={boxes} survey={survey} groups={groups} name={`jump-${at}`} label={t.jump({ number: at + 1 })} none={surveys.question.always} />
                <SelectField
                  name={`jump-${at}-to`}
                  label={t.jumpTo({ number: at + 1 })}
                  value={valueOf(boxes, `jump-${at}-to`)}
                  options={[{ value: "", text: t.next }, ...placesAfter(survey, section.code).map((code) => ({ value: code, text: placeName(survey, code, locale) }))]}
                />
              </div>
            ))}
          </fieldset>
        )}
      </Frame>
      <Form action={here}>
        <Button look="danger" small name="do" value={`section-remove:${section.code}`}>
          {t.remove}
        </Button>
      </Form>
    </div>
  );
}

/** The start page and what holds for the whole survey. */
export function SettingsEditor(props: EditorProps) {
  const { locale, welsh, survey, form, seen, here } = props;
  const { surveys } = messages(locale);
  const t = surveys.settings;
  const boxes: Boxes = { locale, welsh, form, stands: settingsFields(survey) };
  return (
    <Frame boxes={boxes} title={t.title} seen={seen} here={here} buttons={<Button>{surveys.question.save}</Button>}>
      <Radios compact name="layout" legend={t.layout} value={valueOf(boxes, "layout")} choices={LAYOUTS.map((layout) => ({ value: layout, text: t.layouts[layout] }))} />
      <Count boxes={boxes} name="minutes" label={t.minutes} />
      <Tick boxes={boxes} name="organisations" text={t.organisations} />
      <Tick boxes={boxes} name="equality" text={t.equality} />
      {(["why", "canChange", "cannotChange", "otherWays", "use"] as const).map((name) => (
        <FourTexts key={name} boxes={boxes} name={name} label={t[name]} rows={3} />
      ))}
    </Frame>
  );
}
