import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { CUT_REASONS, cutWords, type Cut, type CutReason } from "#domain/consultations/publishing/cut-words.ts";
import { findPersonalHints, type HintKind } from "#domain/consultations/publishing/personal-hints.ts";
import { isPublishable, wordsOf } from "#domain/consultations/publishing/publishable.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { answerLines, shortName } from "#features/consultations/answering/ui/answer-words.ts";
import type { PublicationStep } from "#features/consultations/publishing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { PublishedWords } from "./published-words.tsx";

export interface PublishingDeskProps {
  readonly locale: Locale;
  readonly address: string;
  readonly questions: readonly Question[];
  readonly answers: Readonly<Record<string, Answer | undefined>>;
  readonly wards: ReadonlyMap<string, BilingualText>;
  readonly language: string;
  readonly consent: boolean;
  readonly steps: ReadonlyMap<string, readonly PublicationStep[]>;
  readonly form: RefusedForm;
  readonly saved: boolean;
  /** The next response that waits for this; null where none does. */
  readonly next: string | null;
}

/** The reason that goes with what a pattern noticed. */
const REASON_OF: Record<HintKind, CutReason> = { email: "contact", telephone: "contact", postcode: "place", address: "place", name: "name" };

/** Publishes or withholds each answer of a response. */
export function PublishingDesk(props: PublishingDeskProps) {
  const { locale, address, questions, answers, consent, steps, saved, next } = props;
  const t = messages(locale).publishing.desk;
  const open = questions.filter((question) => answers[question.code] !== undefined && isPublishable(question));
  const shut = questions.filter((question) => answers[question.code] !== undefined && !isPublishable(question));
  return (
    <Section id="publish" title={t.title}>
      <div className="stack-l">
        {saved ? <Notice kind="good" title={t.saved} answers /> : null}
        {consent ? (
          <>
            <p>{t.lead}</p>
            <Form action={`${address}#publish`} hidden={{ do: "publish", ...Object.fromEntries(open.map(({ code }) => [`seen.${code}`, String(steps.get(code)?.[0]?.step ?? 0)])) }}>
              <div className="stack-l">
                {open.map((question) => (
                  <OneAnswer key={question.code} {...props} question={question} answer={answers[question.code] as Answer} />
                ))}
                <ButtonRow>
                  <Button>{t.save}</Button>
                </ButtonRow>
              </div>
            </Form>
            {open.map((question) => (
              <History key={question.code} {...props} question={question} />
            ))}
            {shut.length === 0 ? null : (
              <p className="small muted">
                {format(locale).list(shut.map((question) => shortName(question, locale)))}. {t.never}
              </p>
            )}
          </>
        ) : (
          <Notice title={t.noConsent} />
        )}
        {next === null ? null : (
          <ButtonRow>
            <ButtonLink look="line" href={`${next}#publish`}>
              {t.next}
            </ButtonLink>
          </ButtonRow>
        )}
      </div>
    </Section>
  );
}

interface OneAnswerProps extends PublishingDeskProps {
  readonly question: Question;
  readonly answer: Answer;
}

function OneAnswer({ locale, question, answer, wards, language, steps, form }: OneAnswerProps) {
  const { publishing } = messages(locale);
  const t = publishing.desk;
  const { code } = question;
  const [now] = steps.get(code) ?? [];
  const written = wordsOf(answer);
  const name = shortName(question, locale);
  const asked = form.faults.length > 0;
  const own = now?.verdict === "published" ? "publish" : now?.verdict === "withheld" ? "withhold" : written === "" ? "publish" : "";
  const reasons = CUT_REASONS.map((value) => ({ value, text: publishing.reasons[value] }));
  const cuts = cutsToOffer(written, now?.cuts ?? []);
  // What somebody else took out meanwhile stays ticked beside what was typed.
  const meanwhile = form.faults.some(({ code: fault }) => fault === "decided-meanwhile") ? cuts.filter(({ before }) => before).map(({ cut }) => valueOf(cut)) : [];
  const ticked = asked ? [...(form.values[`cut.${code}`] ?? []), ...meanwhile] : cuts.filter(({ before }) => now?.verdict !== "published" || before).map(({ cut }) => valueOf(cut));
  const error = (field: string) => fieldError(locale, form, field, publishing.faults);
  return (
    <div className="card stack">
      <div className="row row--between">
        <h3>{name}</h3>
        <Tag kind={now?.verdict === "published" ? "open" : now?.verdict === "withheld" ? "closed" : "notYet"}>{t.state[now?.verdict ?? "undecided"]}</Tag>
      </div>
      {written === "" ? (
        answerLines(question, answer, { locale, wards }).map((line, at) => <p key={at}>{line}</p>)
      ) : (
        <blockquote className="quote" lang={language === locale ? undefined : language}>
          {written.split("\n").map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </blockquote>
      )}
      <Radios
        compact
        name={`verdict.${code}`}
        legend={t.verdict({ question: name })}
        value={asked ? typed(form, `verdict.${code}`) : own}
        choices={[
          { value: "publish", text: t.publish },
          { value: "withhold", text: t.withhold },
        ]}
      />
      {written === "" ? null : (
        <>
          {cuts.length === 0 ? null : (
            <Checkboxes
              compact
              name={`cut.${code}`}
              legend={t.cuts}
              values={ticked}
              choices={cuts.map(({ cut, kind }) => ({ value: valueOf(cut), text: `“${written.slice(cut.start, cut.end)}”`, hint: kind === null ? t.takenOut : t.kinds[kind] }))}
            />
          )}
          <Details summary={t.words} open={error(`words.${code}`) !== undefined}>
            <div className="stack">
              <TextAreaField name={`words.${code}`} label={t.words} rows={3} value={asked ? typed(form, `words.${code}`) : ""} error={error(`words.${code}`)} />
              <SelectField name={`for.${code}`} label={t.wordsFor} value={asked ? typed(form, `for.${code}`) : "name"} options={reasons} />
            </div>
          </Details>
        </>
      )}
      <SelectField name={`reason.${code}`} label={t.reason} value={asked ? typed(form, `reason.${code}`) : (now?.reason ?? "")} options={[{ value: "", text: t.choose }, ...reasons]} error={error(`reason.${code}`)} />
    </div>
  );
}

const valueOf = ({ start, end, reason }: Cut): string => `${start}:${end}:${reason}`;

/** What was cut before, and what a pattern noticed besides. */
function cutsToOffer(written: string, before: readonly Cut[]): readonly { readonly cut: Cut; readonly kind: HintKind | null; readonly before: boolean }[] {
  const fresh = findPersonalHints(written).filter(({ start, end }) => before.every((cut) => end <= cut.start || start >= cut.end));
  return [...before.map((cut) => ({ cut, kind: null, before: true })), ...fresh.map(({ start, end, kind }) => ({ cut: { start, end, reason: REASON_OF[kind] }, kind, before: false }))].sort((a, b) => a.cut.start - b.cut.start);
}

/** Every decision about one answer, each of which can be gone back to. */
function History({ locale, address, question, answers, steps, language }: PublishingDeskProps & { readonly question: Question }) {
  const { publishing } = messages(locale);
  const t = publishing.desk;
  const f = format(locale);
  const all = steps.get(question.code) ?? [];
  const [now, ...earlier] = all;
  if (!now) return null;
  const written = wordsOf(answers[question.code] ?? {});
  const restore = (step: number, text: string) => (
    <Form action={`${address}#publish`} hidden={{ do: "restore", question: question.code, step: String(step) }}>
      <ButtonRow>
        <Button small look="line">
          {text}
          <span className="vh">: {shortName(question, locale)}</span>
        </Button>
      </ButtonRow>
    </Form>
  );
  return (
    <Details summary={`${t.history}: ${shortName(question, locale)}`}>
      <div className="stack">
        {now.verdict === "published" && written !== "" ? (
          <div className="panel stack-s">
            <p className="label">{t.as}</p>
            <PublishedWords locale={locale} parts={cutWords(written, now.cuts)} lang={language} />
          </div>
        ) : null}
        <p>{t.step({ verdict: t.state[now.verdict], by: now.by, when: f.dateAndTime(now.at), cuts: now.cuts.length })}</p>
        {now.verdict === "undecided" ? null : restore(0, t.undo)}
        {earlier.map((step) => (
          <div key={step.step} className="stack-s">
            <p>{t.step({ verdict: t.state[step.verdict], by: step.by, when: f.dateAndTime(step.at), cuts: step.cuts.length })}</p>
            {restore(step.step, t.restore)}
          </div>
        ))}
      </div>
    </Details>
  );
}
