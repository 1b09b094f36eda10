import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import type { Agreement } from "#domain/consultations/analysis/agreement.ts";
import type { Suggestion } from "#domain/consultations/coding/suggest-themes.ts";
import { surveyText, type Question } from "#domain/consultations/survey.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Checkbox } from "#components/forms/choices.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ThemeInView, WrittenPage } from "#features/consultations/coding/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface WrittenPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly question: Question;
  /** This page's own address, without its query. */
  readonly address: string;
  readonly form: RefusedForm;
  readonly frame: readonly ThemeInView[];
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly suggestions: readonly Suggestion[];
  readonly written: WrittenPage;
  readonly page: number;
  readonly unread: boolean;
  readonly words: string;
}

/** What people wrote to one question: the themes, and the answers to read and sort under them. */
export function WrittenAnswersPage(props: WrittenPageProps) {
  const { locale, question, address, form, written, page, unread, words } = props;
  const t = messages(locale).coding;
  const f = format(locale);
  const pages = Math.max(1, Math.ceil(written.total / written.toAPage));
  const toPage = (number: number) => `${address}?${new URLSearchParams({ ...(words === "" ? {} : { q: words }), ...(unread ? { show: "unread" } : {}), page: String(number) }).toString()}#answers`;
  return (
    <div className="stack-xl">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={surveyText(question.text, locale).text} lead={t.lead({ all: f.number(written.all), anybody: f.number(written.readByAnybody), mine: f.number(written.readByMe) })} />
      </div>
      <p>
        <a href={`${address}/alike`}>{t.alike.link}</a>
      </p>
      <Frame {...props} />
      <Section id="answers" title={t.answers}>
        <div className="stack">
          <Filters label={t.find} action={`${address}#answers`} submit={t.show}>
            <TextField name="q" type="search" label={t.words} value={words} maxLength={200} />
            <SelectField name="show" width="full" label={t.which} value={unread ? "unread" : ""} options={[{ value: "", text: t.all }, { value: "unread", text: t.unread }]} />
          </Filters>
          {written.answers.length === 0 ? (
            <Card surface="panel" title={t.none} level={3}>
              <p>{t.noneMore}</p>
            </Card>
          ) : (
            <Form action={toPage(page)} hidden={{ do: "read" }}>
              <ol className="stack" start={(page - 1) * written.toAPage + 1}>
                {written.answers.map((answer) => (
                  <li key={answer.responseId}>
                    <input type="hidden" name="answer" value={answer.responseId} />
                    <blockquote className="quote" lang={answer.language === locale ? undefined : answer.language}>
                      {answer.text}
                    </blockquote>
                    <p className="small muted">
                      {answer.organisation === "" ? t.reference({ reference: showReadableCode(answer.reference) }) : `${answer.organisation}, ${t.reference({ reference: showReadableCode(answer.reference) })}`} · {t.readers({ count: answer.readers })}
                      {answer.readByMe ? ` · ${t.readByYou}` : ""}
                    </p>
                    {props.frame.length === 0 ? null : (
                      <Checkboxes
                        name={`themes-${answer.responseId}`}
                        legend={t.themesOf({ reference: answer.reference })}
                        choices={props.frame.map((theme) => ({ value: theme.id, text: textIn(theme.name, locale).text }))}
                        values={answer.mine}
                        compact
                      />
                    )}
                  </li>
                ))}
              </ol>
              <ButtonRow>
                <Button>{t.save}</Button>
                {page > 1 ? <a href={toPage(page - 1)}>{t.before}</a> : null}
                {page < pages ? <a href={toPage(page + 1)}>{t.after}</a> : null}
              </ButtonRow>
              <p className="small muted">{t.pageOf({ page, pages })}</p>
            </Form>
          )}
        </div>
      </Section>
    </div>
  );
}

/** The code frame: its themes with how often each was found and how far two readers agree, and ways to add to it. */
function Frame({ locale, welsh, address, form, frame, agreements, suggestions }: WrittenPageProps) {
  const t = messages(locale).coding;
  const f = format(locale);
  const names = (theme: ThemeInView) => textIn(theme.name, locale).text;
  return (
    <Section id="themes" title={t.themes}>
      <div className="stack">
        {frame.length === 0 ? (
          <p>{t.noThemes}</p>
        ) : (
          <DataTable
            caption={t.themes}
            captionLook="hidden"
            stack
            rows={frame}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t.theme, cell: names },
              { key: "answers", header: t.found, numeric: true, cell: ({ answers }) => f.number(answers) },
              { key: "both", header: t.readTwice, numeric: true, cell: ({ id }) => f.number(agreements.get(id)?.both ?? 0) },
              { key: "kappa", header: t.kappa, numeric: true, cell: ({ id }) => kappaWords(locale, agreements.get(id)) },
              { key: "main", header: t.mainShort, cell: ({ main }) => (main ? t.yes : t.no) },
            ]}
          />
        )}
        {frame.length === 0 ? null : <p className="small muted">{t.kappaWhy}</p>}
        {frame.map((theme) => (
          <Details key={theme.id} summary={t.change({ name: names(theme) })}>
            <Form action={address} hidden={{ do: "change", theme: theme.id }}>
              <div className="stack">
                <TextField id={`nameEn-${theme.id}`} name="nameEn" label={welsh ? t.nameEn : t.name} value={theme.name.en} />
                {welsh ? <TextField id={`nameCy-${theme.id}`} name="nameCy" lang="cy" label={t.nameCy} value={theme.name.cy} /> : null}
                <Checkbox id={`main-${theme.id}`} name="main" text={t.main} checked={theme.main} />
                <TextAreaField id={`answerEn-${theme.id}`} name="answerEn" label={welsh ? t.answerEn : t.answer} rows={3} value={theme.answer.en} />
                {welsh ? <TextAreaField id={`answerCy-${theme.id}`} name="answerCy" lang="cy" label={t.answerCy} rows={3} value={theme.answer.cy} /> : null}
              </div>
              <ButtonRow>
                <Button small>{t.saveTheme}</Button>
              </ButtonRow>
            </Form>
            <Form action={address} hidden={{ do: "drop", theme: theme.id }}>
              <ButtonRow>
                <Button small look="danger">
                  {t.drop({ count: theme.answers })}
                </Button>
              </ButtonRow>
            </Form>
          </Details>
        ))}
        <Form action={`${address}#themes`} hidden={{ do: "add" }}>
          <div className="stack">
            <TextField name="nameEn" label={welsh ? t.newEn : t.new} value={typed(form, "nameEn")} error={fieldError(locale, form, "nameEn", t.faults)} />
            {welsh ? <TextField name="nameCy" lang="cy" label={t.newCy} value={typed(form, "nameCy")} error={fieldError(locale, form, "nameCy", t.faults)} /> : null}
          </div>
          <ButtonRow>
            <Button look="line">{t.add}</Button>
          </ButtonRow>
        </Form>
        {suggestions.length === 0 ? null : (
          <Details summary={t.suggestions}>
            <div className="stack">
              <p>{t.suggestionsLead}</p>
              <ul className="stack">
                {suggestions.map(({ phrase, answers }) => (
                  <li key={phrase}>
                    <Form action={`${address}#themes`} hidden={{ do: "add", nameEn: phrase }} className="row">
                      <span>
                        “{phrase}” · {t.inAnswers({ count: answers })}
                      </span>
                      <Button small look="line">
                        {t.take}
                        <span className="vh"> {phrase}</span>
                      </Button>
                    </Form>
                  </li>
                ))}
              </ul>
            </div>
          </Details>
        )}
      </div>
    </Section>
  );
}

function kappaWords(locale: Locale, agreement: Agreement | undefined): string {
  if (!agreement || agreement.both === 0 || agreement.kappa === null) return "–";
  return format(locale).decimal(agreement.kappa, 2);
}
