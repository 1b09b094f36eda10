import type { ReactNode } from "react";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { openingAt } from "#domain/consultations/response.ts";
import { questionsOf, surveyText, type SurveyText } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { Grid, MainAndAside } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread } from "#components/layout/thread.tsx";
import { Icon } from "#components/pictures/icon.tsx";
import type { TileName } from "#components/pictures/tile.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { answeringAddresses, type AnsweringPlace } from "./answering-place.ts";
import { Paragraphs } from "./question-fields.tsx";

export interface StartPageProps extends AnsweringPlace {
  readonly summary: BilingualText;
  readonly decision: BilingualText;
  readonly decidedBy: BilingualText;
  readonly affected: BilingualText;
  /** "Open until 8 November", as a `Tag`. */
  readonly tag: ReactNode;
  readonly tile: TileName;
  readonly changes: readonly { readonly what: BilingualText; readonly reason: BilingualText; readonly changedAt: Date }[];
  readonly now: Date;
  /** How far the council has come with the answers. */
  readonly read: "no" | "results" | "we-did";
  /** The way to what came of it; nothing before. */
  readonly results?: ReactNode;
  /** How the council stands with its answer after the close, already drawn. */
  readonly answer?: ReactNode;
  /** Under the main matter, such as the way to follow it. */
  readonly after?: ReactNode;
}

/** What a consultation is about, and the way in. */
export function StartPage(props: StartPageProps) {
  const { locale, survey, now, opensAt, closesAt, resultsAt, changes } = props;
  const t = messages(locale).answering.start;
  const f = format(locale);
  const at = answeringAddresses(props);
  const stands = openingAt(props, now);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const { start } = survey;
  const facts = [
    [t.decision, say(props.decision)],
    [t.decidedBy, say(props.decidedBy)],
    [t.affected, say(props.affected)],
  ].filter(([, words]) => words !== "");
  const phone = props.council.contactPhone;
  const ways = linesOf(start.otherWays, locale);
  return (
    <div className="stack-xl">
      <PageHead tile={props.tile} tag={props.tag} title={say(props.title)} lead={say(props.summary)}>
        {stands === "open" ? (
          <>
            <Form action={at.start}>
              <div className="row">
                <Button forward>{t.button}</Button>
                <span className="muted small">{survey.minutes === null ? t.noMinutes : t.minutes({ count: survey.minutes })}</span>
              </div>
            </Form>
            <p className="small">
              <a href={at.back}>{t.saved}</a>
            </p>
          </>
        ) : (
          <Notice kind={stands === "closed" ? "info" : "warn"} title={stands === "closed" ? t.closed({ when: f.dateAndTime(closesAt) }) : t.opens({ when: f.dateAndTime(opensAt) })}>
            {props.results}
          </Notice>
        )}
        {props.answer}
      </PageHead>
      <MainAndAside
        aside={
          <>
            {stands === "closed" ? null : (
              <Card title={t.otherWays}>
                <CardList items={[...ways, ...(phone === "" ? [] : [t.byPhone({ phone })])]} />
              </Card>
            )}
            {props.council.contactEmail === "" ? null : (
              <Card title={t.questions}>
                <p className="small">
                  {t.byEmail} <a href={`mailto:${props.council.contactEmail}`}>{props.council.contactEmail}</a>
                </p>
              </Card>
            )}
          </>
        }
      >
        <Section id="why" title={t.why} prose>
          <Paragraphs text={surveyText(start.why, locale).text} />
        </Section>
        {linesOf(start.canChange, locale).length + linesOf(start.cannotChange, locale).length === 0 ? null : (
          <Section id="change" title={t.change}>
            <Grid columns={2}>
              <Lines icon="tick" title={t.can} lines={linesOf(start.canChange, locale)} />
              <Lines icon="cross" title={t.cannot} lines={linesOf(start.cannotChange, locale)} />
            </Grid>
          </Section>
        )}
        <Section id="use" title={t.use} className="stack">
          <div className="prose">
            <Paragraphs text={surveyText(start.use, locale).text} />
            {survey.equality ? <p>{t.equality}</p> : null}
          </div>
          <Thread
            words={{ done: t.done, now: t.now }}
            stops={[
              { state: stands === "open" ? "now" : stands === "closed" ? "done" : "later", title: t.open, note: f.range(opensAt, closesAt) },
              { state: stands !== "closed" ? "later" : props.read === "no" ? "now" : "done", title: t.read, note: t.readNote },
              { state: props.read === "we-did" ? "done" : props.read === "results" ? "now" : "later", title: t.decide, ...(resultsAt ? { note: t.by({ date: f.date(resultsAt) }) } : {}) },
            ]}
          />
        </Section>
        {facts.length === 0 ? null : (
          <Section id="decision" title={t.decision} hideTitle>
            <dl className="sum">
              {facts.map(([term, words]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
        {changes.length === 0 ? null : (
          <Section id="changes" title={t.changes}>
            <ul className="plain stack">
              {changes.map(({ what, reason, changedAt }) => (
                <li key={changedAt.toISOString()}>
                  <p>
                    <strong>{f.date(changedAt)}</strong>: {say(what)}
                  </p>
                  <p className="muted small">{say(reason)}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {props.after}
      </MainAndAside>
    </div>
  );
}

function Lines({ icon, title, lines }: { readonly icon: "tick" | "cross"; readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Card
      level={3}
      title={
        <span className="row">
          <Icon name={icon} /> {title}
        </span>
      }
    >
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

/** A text of which each line is an item. */
export const linesOf = (text: SurveyText, locale: AnsweringPlace["locale"]): readonly string[] =>
  surveyText(text, locale)
    .text.split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Whether anybody wrote an easy-read version of the questions. */
export const hasEasyRead = ({ survey, locale }: Pick<AnsweringPlace, "survey" | "locale">): boolean => questionsOf(survey).some(({ text }) => (locale === "en" ? text.easyEn : text.easyCy) !== "");

/** Whether anything is to be asked before the first question. */
export const asksBefore = (place: AnsweringPlace): boolean => place.survey.organisations || hasEasyRead(place);

/** Who answers, and in which version. */
export function beforePage(place: AnsweringPlace, form: RefusedForm, source: string) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.before;
  const own = { ...answering.faults, "organisation-missing": t.organisationMissing };
  return {
    title: t.title,
    layout: "task" as const,
    robots: "noindex",
    body: (
      <div className="narrow narrow--wide stack-l">
        <p>
          <a href={answeringAddresses(place).home}>{answering.question.back}</a>
        </p>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} />
        <Form hidden={{ asked: "yes", source }}>
          <div className="stack">
            {place.survey.organisations ? (
              <>
                <Radios
                  name="respondent"
                  legend={t.who}
                  value={typed(form, "respondent", "person")}
                  error={fieldError(locale, form, "respondent", own)}
                  choices={[
                    { value: "person", text: t.person },
                    { value: "organisation", text: t.organisation },
                  ]}
                />
                <TextField name="organisationName" label={t.organisationName} hint={t.organisationHint} value={typed(form, "organisationName")} error={fieldError(locale, form, "organisationName", own)} />
              </>
            ) : null}
            {hasEasyRead(place) ? (
              <Radios
                name="version"
                legend={t.version}
                value={typed(form, "version", "standard")}
                choices={[
                  { value: "standard", text: t.standard },
                  { value: "easy", text: t.easy },
                ]}
              />
            ) : null}
          </div>
          <ButtonRow>
            <Button forward>{t.button}</Button>
          </ButtonRow>
        </Form>
      </div>
    ),
  };
}
