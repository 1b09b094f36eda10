import type { ReactNode } from "react";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios, type Choice } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Form } from "#components/forms/form.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField, type SelectOption } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField, type FieldWidth } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type Fault, type RefusedForm } from "#domain/basics/fault.ts";
import { fieldError, labelled, quotedInEnglish } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";

/** One form of an officer's: what was typed, what stands, what its fields are called. */
export interface FormKit {
  readonly locale: Locale;
  /** Whether texts are asked for in Welsh too. */
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** What stands now, by field. */
  readonly stands: Readonly<Record<string, string>>;
  /** What each field is called, without its language. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the values of a field are called that is chosen from a list: by field, then value. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words of faults that only this form has. */
  readonly faultWords?: Readonly<Record<string, unknown>>;
}

/** The mark of what was shown: the one sent along, unless somebody changed it meanwhile and the new one is shown. */
export const seenToSend = (form: RefusedForm, seen: string): string => (isMeanwhile(form) ? seen : typed(form, "seen", seen));

const isMeanwhile = (form: RefusedForm): boolean => form.faults.some(({ code }) => code === "changed-meanwhile");

/** What was typed, else what stands. Where somebody else has written meanwhile an empty field shows theirs, so that sending again takes nothing of it away. */
function valueOf({ form, stands }: FormKit, name: string): string {
  const standsNow = stands[name] ?? "";
  const own = typed(form, name, standsNow);
  return own.trim() === "" && isMeanwhile(form) ? standsNow : own;
}

function labelOf({ locale, labels, welsh }: FormKit, name: string): string {
  const t = messages(locale).drafting;
  const plain = labels[name];
  if (plain !== undefined) return plain;
  const language = name.slice(-2);
  const label = labels[name.slice(0, -2)] ?? name;
  if (!welsh) return label;
  return language === "Cy" ? t.welsh({ label }) : t.english({ label });
}

/** What the fields with a fault are called, for a page that lists its faults by FormFaults. */
export const labelsOfFaults = (kit: FormKit): Readonly<Record<string, string>> =>
  Object.fromEntries(kit.form.faults.flatMap(({ field }) => (field in kit.labels || field.slice(0, -2) in kit.labels ? [[field, labelOf(kit, field)]] : [])));

/** Amounts that a fault names are pence and its days are `2026-10-18`; its words want them as people write them: `limitPence` is also `limit`, `endsOn` also `ends`. */
function wordy(locale: Locale, fault: Fault): Fault {
  const shown = Object.entries(fault.params ?? {}).flatMap(([name, value]): (readonly [string, string])[] => {
    if (name.endsWith("Pence") && typeof value === "number") return [[name.slice(0, -5), format(locale).money(value)]];
    if (name.endsWith("On") && typeof value === "string") return [[name.slice(0, -2), format(locale).date(value)]];
    return [];
  });
  return shown.length === 0 ? fault : { ...fault, params: { ...fault.params, ...Object.fromEntries(shown) } };
}

const ownWords = ({ locale, faultWords }: FormKit): Readonly<Record<string, unknown>> => ({ ...messages(locale).drafting.faults, ...faultWords });

function errorOf(kit: FormKit, name: string) {
  const faults = kit.form.faults.map((fault) => wordy(kit.locale, fault));
  return fieldError(kit.locale, { ...kit.form, faults }, name, ownWords(kit));
}

export interface FormFrameProps {
  readonly kit: FormKit;
  readonly title: string;
  /** What it is about, where the title does not say: a target, a person. */
  readonly about?: string | undefined;
  readonly lead?: ReactNode;
  readonly hidden: Readonly<Record<string, string>>;
  readonly button: string;
  /** Another button of the same form, that saves nothing. */
  readonly beside?: { readonly name: string; readonly value: string; readonly text: string };
  readonly back: { readonly href: string; readonly text: string };
  readonly action?: string;
  /** The form sends a file. */
  readonly multipart?: boolean;
  readonly children: ReactNode;
  /** Under the form, such as a way to remove what it is about. */
  readonly after?: ReactNode;
}

/** The page of a form: what is wrong first, then title, fields, one button and the way back. */
export function FormFrame({ kit, title, about, lead, hidden, button, beside, back, action, multipart, children, after }: FormFrameProps) {
  const { locale, form } = kit;
  const own = ownWords(kit);
  return (
    <div className="stack-l">
      {form.faults.length > 0 ? (
        <ErrorSummary
          title={messages(locale).site.errorSummary}
          errors={form.faults.map((fault) => ({
            href: `#${fault.field || "main"}`,
            text: fault.field === "" ? faultText(locale, wordy(locale, fault), own) : labelled(labelOf(kit, fault.field), faultText(locale, wordy(locale, fault), own)),
            english: quotedInEnglish(fault),
          }))}
        />
      ) : null}
      <PageHead kicker={about} title={title} lead={lead} />
      {isMeanwhile(form) ? <Meanwhile kit={kit} /> : null}
      <Form hidden={hidden} action={action} multipart={multipart}>
        <div className="stack">{children}</div>
        <ButtonRow>
          <Button>{button}</Button>
          {beside ? (
            <Button look="line" name={beside.name} value={beside.value}>
              {beside.text}
            </Button>
          ) : null}
          <a href={back.href}>{back.text}</a>
        </ButtonRow>
      </Form>
      {after}
    </div>
  );
}

function Meanwhile({ kit }: { readonly kit: FormKit }) {
  const t = messages(kit.locale).drafting;
  const rows = Object.entries(kit.stands).filter(([name, value]) => kit.form.values[name] !== undefined && kit.form.values[name].at(-1)?.replaceAll("\r\n", "\n") !== value);
  return (
    <>
      <Notice kind="warn" title={t.meanwhileTitle}>
        {t.meanwhile}
      </Notice>
      <Details summary={t.standsNow} open>
        <SummaryList rows={rows.map(([name, value]) => ({ term: labelOf(kit, name), answer: kit.choices?.[name]?.[value] ?? (value === "" ? "–" : value) }))} />
      </Details>
    </>
  );
}

interface Asked {
  readonly kit: FormKit;
  readonly name: string;
  readonly hint?: ReactNode;
}

/** No length is set on it: a browser would cut what is pasted and say nothing. */
export function Line({ kit, name, hint, width, lang }: Asked & { readonly width?: FieldWidth; readonly lang?: string | undefined }) {
  return <TextField name={name} label={labelOf(kit, name)} hint={hint} width={width} lang={lang} value={valueOf(kit, name)} error={errorOf(kit, name)} />;
}

function Lines({ kit, name, hint, rows, lang }: Asked & { readonly rows: number; readonly lang: string | undefined }) {
  return <TextAreaField name={name} label={labelOf(kit, name)} hint={hint} rows={rows} lang={lang} value={valueOf(kit, name)} error={errorOf(kit, name)} />;
}

/** Several lines that are in no language. */
export const Paragraphs = (asked: Asked & { readonly rows: number }) => <Lines {...asked} lang={undefined} />;

/** The same text in English and, where the council publishes in it, in Welsh. */
export function BothLines({ kit, name, hint }: Asked) {
  return (
    <Languages kit={kit}>
      <div>
        <Line kit={kit} name={`${name}En`} hint={hint} lang="en" />
      </div>
      {kit.welsh ? (
        <div>
          <Line kit={kit} name={`${name}Cy`} hint={hint} lang="cy" />
        </div>
      ) : null}
    </Languages>
  );
}

export function BothParagraphs({ kit, name, hint, rows = 3 }: Asked & { readonly rows?: number }) {
  return (
    <Languages kit={kit}>
      <div>
        <Lines kit={kit} name={`${name}En`} hint={hint} rows={rows} lang="en" />
      </div>
      {kit.welsh ? (
        <div>
          <Lines kit={kit} name={`${name}Cy`} hint={hint} rows={rows} lang="cy" />
        </div>
      ) : null}
    </Languages>
  );
}

const Languages = ({ kit, children }: { readonly kit: FormKit; readonly children: ReactNode }) => <div className={kit.welsh ? "grid g2" : undefined}>{children}</div>;

export function Money({ kit, name, hint }: Asked) {
  return <MoneyField name={name} label={labelOf(kit, name)} hint={hint} value={valueOf(kit, name)} error={errorOf(kit, name)} />;
}

export function Whole({ kit, name, hint, width }: Asked & { readonly width?: FieldWidth }) {
  return <NumberField name={name} width={width} label={labelOf(kit, name)} hint={hint} value={valueOf(kit, name)} error={errorOf(kit, name)} />;
}

export function Select({ kit, name, hint, options }: Asked & { readonly options: readonly SelectOption[] }) {
  return <SelectField name={name} label={labelOf(kit, name)} hint={hint} options={options} value={valueOf(kit, name)} error={errorOf(kit, name)} />;
}

export function Choose({ kit, name, hint, choices }: Asked & { readonly choices: readonly Choice[] }) {
  return <Radios name={name} legend={labelOf(kit, name)} hint={hint} choices={choices} value={valueOf(kit, name)} error={errorOf(kit, name)} compact />;
}

export function DateBoxes({ kit, name, hint }: Asked) {
  const t = messages(kit.locale).drafting;
  const part = (which: string) => valueOf(kit, `${name}-${which}`);
  return (
    <DateField
      name={name}
      legend={labelOf(kit, name)}
      hint={hint}
      error={errorOf(kit, name)}
      labels={{ day: t.day, month: t.month, year: t.year }}
      values={{ day: part("day"), month: part("month"), year: part("year") }}
    />
  );
}

/** What the three boxes of a date show for `2026-10-18`. */
export function dateBoxes(name: string, day: string | null): Record<string, string> {
  const [year = "", month = "", date = ""] = (day ?? "").split("-");
  return { [`${name}-day`]: date.replace(/^0/, ""), [`${name}-month`]: month.replace(/^0/, ""), [`${name}-year`]: year };
}

/** Pence as one would type them in a field for pounds: 24000 or 31.30. */
export const poundsBox = (pence: number | null): string => (pence === null ? "" : pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));
