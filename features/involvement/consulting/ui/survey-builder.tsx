import type { Locale } from "#domain/basics/bilingual.ts";
import type { Finding } from "#domain/consultations/check-survey.ts";
import { QUESTION_TYPES, surveyText, type Survey } from "#domain/consultations/survey.ts";
import { END } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";
import { conditionWords, findingWords, questionName } from "./survey-words.ts";

interface SurveyBuilderProps {
  readonly locale: Locale;
  readonly survey: Survey;
  readonly findings: readonly Finding[];
  /** The consultation's own page. */
  readonly home: string;
  readonly editable: boolean;
  readonly saved: boolean;
  readonly refusal: string | null;
}

/** Every section and question of a survey, with buttons to add, move, copy and take out. */
export function SurveyBuilder({ locale, survey, findings, home, editable, saved, refusal }: SurveyBuilderProps) {
  const t = messages(locale).surveys.builder;
  const own = messages(locale).surveys.faults;
  const here = `${home}/survey`;
  let number = 0;
  return (
    <>
      {saved ? (
        <Notice kind="good" title={t.saved} answers>
          {t.savedMore}
        </Notice>
      ) : null}
      {refusal === null ? null : <Notice kind="bad" title={refusal in own ? own[refusal as "survey-full"] : messages(locale).drafting.meanwhileTitle} answers />}
      {editable ? null : <Notice title={t.locked} />}
      <p className="row">
        {editable ? <a href={`${here}/settings`}>{t.settings}</a> : null}
        <a href={`${here}/preview`}>{t.preview}</a>
        <a href={`${here}/survey.json`}>{t.json}</a>
        {editable ? <a href={`${here}/import`}>{t.import}</a> : null}
        <a href={`${here}/template`}>{t.keep}</a>
      </p>
      <Findings locale={locale} survey={survey} findings={findings} here={here} />
      <Form>
        <div className="stack-l">
          {survey.sections.map((section, at) => {
            const title = surveyText(section.title, locale).text || section.code;
            const about = t.about({ name: title });
            return (
              <Section
                key={section.code}
                id={`section-${section.code}`}
                title={t.sectionNumber({ number: at + 1, title })}
                surface="card"
                beside={
                  editable ? (
                    <span className="row small">
                      <a href={`${here}/sections/${section.code}`}>
                        {t.editSection}
                        <span className="vh"> {about}</span>
                      </a>
                      {at > 0 ? (
                        <LinkButton name="do" value={`section-up:${section.code}`} about={about}>
                          {t.up}
                        </LinkButton>
                      ) : null}
                      {at < survey.sections.length - 1 ? (
                        <LinkButton name="do" value={`section-down:${section.code}`} about={about}>
                          {t.down}
                        </LinkButton>
                      ) : null}
                    </span>
                  ) : undefined
                }
              >
                <div className="stack">
                  {section.condition ? <p className="small muted">{t.onlyIf({ words: conditionWords(survey, section.condition, locale) })}</p> : null}
                  {section.questions.length === 0 ? <p className="muted">{t.empty}</p> : null}
                  <ol className="tasks">
                    {section.questions.map((question) => {
                      number += 1;
                      const name = questionName(question, locale);
                      const ofQuestion = t.about({ name });
                      const first = at === 0 && section.questions[0] === question;
                      const last = at === survey.sections.length - 1 && section.questions.at(-1) === question;
                      return (
                        <li key={question.code} id={`question-${question.code}`}>
                          <div>
                            <p>
                              {number}. {editable ? <a href={`${here}/questions/${question.code}`}>{name}</a> : name}
                            </p>
                            <p className="small muted">
                              {messages(locale).surveys.types[question.type]}
                              {question.optional ? ` · ${t.optional}` : ""}
                              {question.condition ? ` · ${t.onlyIf({ words: conditionWords(survey, question.condition, locale) })}` : ""}
                            </p>
                          </div>
                          {editable ? (
                            <span className="row small">
                              {first ? null : (
                                <LinkButton name="do" value={`up:${question.code}`} about={ofQuestion}>
                                  {t.up}
                                </LinkButton>
                              )}
                              {last ? null : (
                                <LinkButton name="do" value={`down:${question.code}`} about={ofQuestion}>
                                  {t.down}
                                </LinkButton>
                              )}
                              <LinkButton name="do" value={`copy:${question.code}`} about={ofQuestion}>
                                {t.copy}
                              </LinkButton>
                              <LinkButton name="do" value={`remove:${question.code}`} about={ofQuestion}>
                                {t.remove}
                              </LinkButton>
                            </span>
                          ) : null}
                        </li>
                      );
                    })}
                  </ol>
                  {section.jumps.length === 0 ? null : (
                    <p className="small muted">
                      {t.jumps({ words: section.jumps.map(({ when, to }) => `${when ? `${conditionWords(survey, when, locale)} → ` : ""}${placeName(survey, to, locale)}`).join("; ") })}
                    </p>
                  )}
                  {editable ? (
                    <div className="row">
                      <SelectField
                        name={`type-${section.code}`}
                        label={
                          <>
                            {t.type}
                            <span className="vh"> {about}</span>
                          </>
                        }
                        options={QUESTION_TYPES.map((type) => ({ value: type, text: messages(locale).surveys.types[type] }))}
                      />
                      <Button look="line" small name="do" value={`add:${section.code}`}>
                        {t.add}
                      </Button>
                    </div>
                  ) : null}
                </div>
              </Section>
            );
          })}
          {editable ? (
            <p>
              <Button look="line" name="do" value="section-add:">
                {t.addSection}
              </Button>
            </p>
          ) : null}
        </div>
      </Form>
    </>
  );
}

/** What a section or the end is called, where a jump leads. */
export function placeName(survey: Survey, code: string, locale: Locale): string {
  const section = survey.sections.find((each) => each.code === code);
  return code === END ? messages(locale).surveys.section.end : section ? surveyText(section.title, locale).text || code : code;
}

/** What the check and the balance linter found, each leading to its question. */
export function Findings({ locale, survey, findings, here }: { readonly locale: Locale; readonly survey: Survey; readonly findings: readonly Finding[]; readonly here: string }) {
  const t = messages(locale).surveys.findings;
  const of = (weight: Finding["weight"]) => findings.filter((finding) => finding.weight === weight);
  const placeOf = ({ question, section }: Finding): { readonly href: string; readonly name: string } => {
    const asked = question === null ? undefined : survey.sections.flatMap(({ questions }) => questions).find(({ code }) => code === question);
    if (asked) return { href: `${here}/questions/${asked.code}`, name: questionName(asked, locale) };
    return section === null ? { href: `${here}/settings`, name: t.whole } : { href: `${here}/sections/${section}`, name: placeName(survey, section, locale) };
  };
  return (
    <Section id="findings" title={t.title} surface="panel">
      {findings.length === 0 ? <p>{t.none}</p> : null}
      {(["error", "warning"] as const).map((weight) =>
        of(weight).length === 0 ? null : (
          <div key={weight} className="stack-s">
            <p>
              <Tag kind={weight === "error" ? "offTrack" : "atRisk"}>{t[weight === "error" ? "errors" : "warnings"]({ count: of(weight).length })}</Tag>
            </p>
            <ul>
              {of(weight).map((finding, at) => {
                const place = placeOf(finding);
                return (
                  <li key={at}>
                    <a href={place.href}>{place.name}</a>: {findingWords(finding, locale)}
                  </li>
                );
              })}
            </ul>
          </div>
        ),
      )}
    </Section>
  );
}
