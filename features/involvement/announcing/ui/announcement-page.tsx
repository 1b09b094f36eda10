import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Progress } from "#components/feedback/progress.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { CodeToCopy } from "#components/forms/code-to-copy.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothParagraphs, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { AnnouncementLetter } from "#features/involvement/announcing/announcement-letter.ts";
import type { RoundInView } from "#features/notifications/letters/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface AnnouncementPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** What residents will read, before the officer's own words. */
  readonly letters: readonly { readonly lang: Locale; readonly letter: AnnouncementLetter }[];
  readonly onList: number;
  readonly proposers: number;
  readonly round: RoundInView | null;
  readonly form: RefusedForm;
  readonly maySend: boolean;
  /** Below the council's public address of the vote. */
  readonly results: { readonly press: string; readonly embeds: readonly { readonly name: string; readonly snippet: string; readonly href: string; readonly json: string }[] };
}

/** Telling people the result: the letter and how far it has got, the press sheet, and what to put on other sites. */
export function AnnouncementPage(props: AnnouncementPageProps) {
  const { locale, form, results } = props;
  const t = messages(locale).announcing;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <Section id="letter" title={t.title}>
        <div className="stack">{props.round === null ? <ToSend {...props} /> : <Sent {...props} round={props.round} />}</div>
      </Section>
      <Section id="press" title={t.press.title}>
        <p>{t.press.lead}</p>
        <ul>
          <li>
            <a href={results.press}>{t.press.html}</a>
          </li>
          <li>
            <a href={`${results.press}.docx`} download>
              {t.press.docx}
            </a>
          </li>
        </ul>
      </Section>
      <Section id="embed" title={t.embed.title}>
        <p>{t.embed.lead}</p>
        <div className="stack-l">
          {results.embeds.map(({ name, snippet, href, json }) => (
            <div key={href} className="stack-s">
              <h3>{name}</h3>
              <CodeToCopy label={t.embed.snippet({ pot: name })} text={snippet} />
              <p className="row">
                <a href={href}>{t.embed.see}</a>
                <a href={json}>{t.embed.json}</a>
              </p>
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}

function ToSend({ locale, welsh, letters, onList, proposers, form, maySend }: AnnouncementPageProps) {
  const t = messages(locale).announcing;
  const f = format(locale);
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { note: t.note } };
  return (
    <>
      <p>{t.lead}</p>
      <p>
        <strong>{t.recipients({ asked: f.number(onList), proposers: f.number(proposers) })}</strong> {t.secrecy}
      </p>
      {letters.map(({ lang, letter }) => (
        <blockquote key={lang} lang={lang === locale ? undefined : lang} className="panel stack-s">
          <p>
            <strong>{letter.subject}</strong>
          </p>
          {letter.body.split("\n\n").map((paragraph, at) => (
            <p key={at}>
              {paragraph.split("\n").map((line, number) => (
                <span key={number}>
                  {line}
                  <br />
                </span>
              ))}
            </p>
          ))}
        </blockquote>
      ))}
      {maySend ? (
        <Form>
          <div className="stack">
            <BothParagraphs kit={kit} name="note" hint={t.noteHint} rows={3} />
            <Checkbox name="sure" text={t.sure} checked={typed(form, "sure") === "yes"} error={fieldError(locale, form, "sure", t.faults)} />
          </div>
          <ButtonRow>
            <Button>{t.send}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Notice title={t.notYours} />
      )}
    </>
  );
}

function Sent({ locale, round }: AnnouncementPageProps & { readonly round: RoundInView }) {
  const t = messages(locale).announcing;
  const f = format(locale);
  const { letters, queued, toProposers, begunAt, finishedAt } = round;
  const figures = { queued: f.number(queued), all: f.number(letters) };
  return (
    <div className="stack" role="status">
      <Progress title={finishedAt === null ? t.sending : t.done} percent={letters === 0 ? 100 : (100 * queued) / letters} label={t.progress(figures)}>
        {t.progress(figures)} {finishedAt === null ? t.look : null}
      </Progress>
      <p className="muted">
        {t.begun({ when: f.dateAndTime(begunAt) })} {t.toProposers({ number: f.number(toProposers) })} {t.once}
      </p>
    </div>
  );
}
