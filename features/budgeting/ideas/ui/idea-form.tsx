import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { questionField, type IdeaField, type IdeaQuestion } from "#domain/budgeting/idea-form.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { Fieldset } from "#components/forms/field.tsx";
import { Form } from "#components/forms/form.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { PressMap } from "#components/maps/press-map.tsx";
import type { AreaShape } from "#components/maps/projection.ts";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { FormFaults, fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import type { IdeaInView, SimilarIdea } from "#features/budgeting/ideas/queries.ts";
import { PhotoQuestion } from "#features/councils/ui/photo-question.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";
import { beginning, categoryName } from "./idea-words.ts";
import { Policy } from "./ideas-list.tsx";

export interface IdeaFormProps {
  readonly locale: Locale;
  readonly home: string;
  readonly call: IdeaCallInView;
  readonly form: RefusedForm;
  /** Sent along: its one-use number, or the version it began from. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly photo: PhotoInView | null;
  /** Whether the council publishes in Welsh. */
  readonly welsh: boolean;
  /** What a map is drawn of; none is asked for without. */
  readonly shapes: readonly AreaShape[];
  /** The idea as it stands, where it is changed. */
  readonly idea?: IdeaInView;
}

/** What stands in the form's fields of an idea that is changed. */
export function ideaAsTyped(idea: IdeaInView): Readonly<Record<string, readonly string[]>> {
  const other: Locale = idea.writtenIn === "en" ? "cy" : "en";
  const answers = Object.fromEntries(Object.entries(idea.answers).map(([code, answer]) => [questionField(code), typeof answer === "string" ? [answer] : [...answer]]));
  return {
    writtenIn: [idea.writtenIn],
    title: [idea.title[idea.writtenIn]],
    text: [idea.text[idea.writtenIn]],
    otherTitle: [idea.title[other]],
    otherText: [idea.text[other]],
    category: [idea.category],
    areaId: [idea.areaId ?? ""],
    place: [idea.place],
    longitude: [idea.longitude === null ? "" : String(idea.longitude)],
    latitude: [idea.latitude === null ? "" : String(idea.latitude)],
    cost: [idea.costPence === null ? "" : (idea.costPence / 100).toFixed(idea.costPence % 100 === 0 ? 0 : 2)],
    authorName: [idea.authorName],
    photoId: [idea.photo?.id ?? ""],
    photoAltEn: [idea.photo?.alt.en ?? ""],
    photoAltCy: [idea.photo?.alt.cy ?? ""],
    ...answers,
  };
}

/** The form an idea is written in, as the programme made it. */
export function IdeaForm(props: IdeaFormProps) {
  const { locale, home, call, form, hidden, areas, photo, welsh, shapes, idea } = props;
  const t = messages(locale).ideas;
  const own = { ...t.faults, ...messages(locale).photos.faults };
  const writtenIn: Locale = typed(form, "writtenIn", locale) === "cy" ? "cy" : "en";
  const other: Locale = writtenIn === "en" ? "cy" : "en";
  const fields = call.form.fields;
  const label = (field: IdeaField, text: string) => (fields[field] === "required" ? text : t.form.optional({ label: text }));
  const error = (name: string) => fieldError(locale, form, name, own);
  const field = (name: string) => ({ name, value: typed(form, name), error: error(name) });
  const labels = {
    title: t.form.ideaTitle,
    text: t.form.text,
    category: t.form.category,
    areaId: t.form.area,
    place: t.form.place,
    cost: t.form.cost,
    authorName: t.form.name,
    otherTitle: t.form.otherTitle[other],
    otherText: t.form.otherText[other],
    ...Object.fromEntries(call.form.questions.map((question) => [questionField(question.code), textIn(question.label, locale).text])),
  };
  const clash = form.faults.some(({ code }) => code === "changed-meanwhile");
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={own} labels={labels} />
      <PageHead title={idea ? t.form.editTitle : t.form.title} lead={t.form.lead} />
      <Policy locale={locale} call={call} open={!idea} />
      {clash && idea ? <StandsNow locale={locale} idea={idea} form={form} /> : null}
      <Form multipart hidden={{ ...hidden, writtenIn, longitude: typed(form, "longitude"), latitude: typed(form, "latitude") }}>
        <div className="stack">
          {/* Enter in a text box presses a form's first button, which must not be the map. */}
          <button type="submit" className="vh" name="step" value="check" tabIndex={-1} aria-hidden="true" />
          <TextField {...field("title")} label={t.form.ideaTitle} hint={t.form.titleHint} lang={writtenIn} />
          <TextAreaField {...field("text")} label={t.form.text} hint={t.form.textHint} rows={7} lang={writtenIn} />
          {fields.category === "off" || call.form.categories.length === 0 ? null : (
            <SelectField {...field("category")} label={label("category", t.form.category)} options={[{ value: "", text: fields.category === "required" ? t.form.chooseCategory : t.form.noCategory }, ...call.form.categories.map(({ code, name }) => ({ value: code, text: textIn(name, locale).text }))]} />
          )}
          {fields.area === "off" ? null : <SelectField {...field("areaId")} label={label("area", t.form.area)} options={[{ value: "", text: t.form.noArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />}
          {fields.place === "off" ? null : <TextField {...field("place")} label={label("place", t.form.place)} hint={t.form.placeHint} />}
          {fields.map === "off" || shapes.length === 0 ? null : <MapQuestion locale={locale} home={home} form={form} shapes={shapes} label={label("map", t.form.map)} />}
          {fields.cost === "off" ? null : <MoneyField {...field("cost")} label={label("cost", t.form.cost)} hint={t.form.costHint} />}
          {call.form.questions.map((question) => (
            <OwnQuestion key={question.code} locale={locale} question={question} form={form} />
          ))}
          {fields.photo === "off" ? null : <PhotoQuestion locale={locale} form={form} languages={[writtenIn]} photo={photo} />}
          {idea && !idea.mine.author ? null : <TextField {...field("authorName")} label={t.form.name} hint={t.form.nameHint} width="medium" autoComplete="given-name" />}
          {welsh ? (
            <Details summary={t.form.translate} open={typed(form, "otherTitle") !== "" || typed(form, "otherText") !== "" || error("otherTitle") !== undefined || error("otherText") !== undefined}>
              <p>{t.form.translateLead}</p>
              <TextField {...field("otherTitle")} label={t.form.otherTitle[other]} lang={other} />
              <TextAreaField {...field("otherText")} label={t.form.otherText[other]} rows={5} lang={other} />
            </Details>
          ) : null}
        </div>
        <ButtonRow>
          <Button name="step" value="check" forward={!idea}>
            {idea ? t.form.save : t.form.next}
          </Button>
          <a href={idea ? `${home}/${idea.number}` : home}>{t.form.cancel}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** What somebody else wrote meanwhile, so that both can be brought together; what was typed stands in the boxes. */
function StandsNow({ locale, idea, form }: { readonly locale: Locale; readonly idea: IdeaInView; readonly form: RefusedForm }) {
  const t = messages(locale).ideas.form;
  const stands = ideaAsTyped(idea);
  const labels: Readonly<Record<string, string>> = { title: t.ideaTitle, text: t.text, place: t.place, cost: t.cost };
  const differing = Object.keys(labels).filter((name) => (stands[name]?.[0] ?? "") !== typed(form, name).replaceAll("\r\n", "\n"));
  return (
    <>
      <Notice kind="warn" title={messages(locale).drafting.meanwhileTitle}>
        {messages(locale).drafting.meanwhile}
      </Notice>
      <Details summary={messages(locale).drafting.standsNow} open>
        <SummaryList rows={differing.map((name) => ({ term: labels[name] ?? name, answer: stands[name]?.[0] ?? "" }))} />
      </Details>
    </>
  );
}

function MapQuestion({ locale, home, form, shapes, label }: { readonly locale: Locale; readonly home: string; readonly form: RefusedForm; readonly shapes: readonly AreaShape[]; readonly label: ReactNode }) {
  const t = messages(locale).ideas.form;
  const [longitude, latitude] = [typed(form, "longitude"), typed(form, "latitude")];
  const marked = longitude !== "" && latitude !== "";
  const query = marked ? `?${new URLSearchParams({ longitude, latitude }).toString()}` : "";
  return (
    <Fieldset id="map" legend={label} hint={t.mapHint} error={fieldError(locale, form, "map", messages(locale).ideas.faults)}>
      <PressMap name="map" areas={shapes} src={`${home}/place.svg${query}`} alt={t.mapAlt} />
      {marked ? (
        <p className="row">
          <span>{t.marked}</span>
          <Button look="line" small name="step" value="unmark">
            {t.unmark}
          </Button>
        </p>
      ) : null}
    </Fieldset>
  );
}

function OwnQuestion({ locale, question, form }: { readonly locale: Locale; readonly question: IdeaQuestion; readonly form: RefusedForm }) {
  const t = messages(locale).ideas.form;
  const name = questionField(question.code);
  const words = textIn(question.label, locale).text;
  const label = question.required ? words : t.optional({ label: words });
  const hint = textIn(question.hint, locale).text || undefined;
  const error = fieldError(locale, form, name, messages(locale).ideas.faults);
  const value = typed(form, name);
  const choices = question.options.map(({ code, text }) => ({ value: code, text: textIn(text, locale).text }));
  switch (question.kind) {
    case "line":
      return <TextField name={name} label={label} hint={hint} value={value} error={error} />;
    case "paragraphs":
      return <TextAreaField name={name} label={label} hint={hint} rows={4} value={value} error={error} />;
    case "number":
      return <NumberField name={name} label={label} hint={hint} value={value} error={error} />;
    case "yes-no":
      return <Radios name={name} legend={label} hint={hint} value={value} error={error} choices={[{ value: "yes", text: t.yes }, { value: "no", text: t.no }]} />;
    case "choice":
      return <Radios name={name} legend={label} hint={hint} value={value} error={error} choices={choices} />;
    case "choices":
      return <Checkboxes name={name} legend={label} hint={hint} values={form.values[name] ?? []} error={error} choices={choices} />;
  }
}

export interface CheckIdeaProps {
  readonly locale: Locale;
  readonly home: string;
  readonly call: IdeaCallInView;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly similar: readonly SimilarIdea[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
}

/** Before an idea is sent: those that say nearly the same, and what will be sent. Everything typed is sent along, so that "change it" loses nothing. */
export function CheckIdea({ locale, home, call, values, similar, areas }: CheckIdeaProps) {
  const t = messages(locale).ideas;
  const one = (name: string) => values[name]?.at(-1) ?? "";
  const hidden = Object.fromEntries(Object.entries(values).filter(([name]) => !["step", "map.x", "map.y", "mapwide.x", "mapwide.y", "photoRemove"].includes(name)));
  const area = areas.find(({ id }) => id === one("areaId"));
  const rows = [
    { term: t.form.ideaTitle, answer: one("title") },
    { term: t.form.text, answer: one("text") },
    { term: t.form.category, answer: categoryName(call.form, one("category"), locale) },
    { term: t.form.area, answer: area ? textIn(area.name, locale).text : "" },
    { term: t.form.place, answer: one("place") },
    { term: t.form.map, answer: one("longitude") === "" ? "" : t.form.marked },
    { term: t.form.cost, answer: one("cost") === "" ? "" : `£${one("cost").replace(/^£/, "")}` },
    ...call.form.questions.map((question) => ({ term: textIn(question.label, locale).text, answer: (values[questionField(question.code)] ?? []).map((value) => answerWord(locale, question, value)).join(", ") })),
    { term: t.check.photo, answer: one("photoId") === "" ? "" : t.check.photoIn },
    { term: t.form.name, answer: one("authorName") || t.anonymous },
  ];
  return (
    <div className="stack-l">
      <PageHead title={t.check.title} />
      {similar.length === 0 ? (
        <Notice title={t.check.noneSimilar} />
      ) : (
        <section aria-labelledby="similar" className="panel stack">
          <h2 id="similar" className="h3">
            {t.check.similarTitle}
          </h2>
          <p>{t.check.similarLead}</p>
          <ul className="plain stack">
            {similar.map(({ number, title, text, supports }) => {
              const shown = textIn(title, locale);
              const start = beginning(text, locale);
              return (
                <li key={number} className="card">
                  <h3 className="h3" lang={shown.lang === locale ? undefined : shown.lang}>
                    {shown.text}
                  </h3>
                  <p lang={start.lang === locale ? undefined : start.lang}>{start.text}</p>
                  <p className="small muted">
                    {t.number({ number })}, {t.supports({ count: supports })}
                  </p>
                  <a href={`${home}/${number}`}>
                    {t.check.supportInstead}
                    <span className="vh">: {shown.text}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <SummaryList rows={rows.filter(({ answer }) => answer !== "")} />
      <Form multipart hidden={hidden}>
        <ButtonRow>
          <Button name="step" value="send" forward>
            {t.check.send}
          </Button>
          <Button look="line" name="step" value="edit">
            {t.check.change}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

function answerWord(locale: Locale, { kind, options }: IdeaQuestion, value: string): string {
  const t = messages(locale).ideas.form;
  if (kind === "yes-no") return value === "yes" ? t.yes : t.no;
  if (kind === "number") return /^\d+$/.test(value) ? format(locale).number(Number(value)) : value;
  const option = options.find(({ code }) => code === value);
  return option ? textIn(option.text, locale).text : value;
}
