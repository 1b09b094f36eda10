import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { candidateNote } from "#features/elections/ui/candidate-note.ts";
import { messages } from "#i18n/messages.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";

interface ByCodeProps {
  readonly locale: Locale;
  readonly election: string;
  readonly form: RefusedForm;
}

export interface NominatorPageProps extends ByCodeProps {
  readonly asked: { readonly name: string; readonly candidate: string; readonly standing: "asked" | "confirmed" | "declined"; readonly open: boolean };
}

/** Somebody who was asked says whether they nominate a candidate. */
export function NominatorPage({ locale, election, asked, form }: NominatorPageProps) {
  const { nominate: t, faults } = messages(locale).nominations;
  const { candidate, standing, open } = asked;
  const field = (name: string, otherwise = "") => ({ name, value: typed(form, name, otherwise), error: fieldError(locale, form, name, faults) });
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={faults} />
      <PageHead kicker={election} title={t.title({ candidate })} lead={t.lead({ candidate, election })} />
      {standing === "confirmed" ? <Notice kind="good" answers title={t.doneYes({ candidate })} /> : standing === "declined" ? <Notice answers title={t.doneNo} /> : null}
      {!open ? (
        standing === "confirmed" ? null : <Notice title={t.closed} />
      ) : (
        <Form className="stack">
          {standing === "confirmed" ? null : (
            <>
              <p>{t.once}</p>
              <TextField {...field("name", asked.name)} label={t.name} width="medium" autoComplete="name" />
              <TextField {...field("school")} label={t.school} width="medium" />
            </>
          )}
          <ButtonRow>
            {standing === "confirmed" ? null : (
              <Button name="answer" value="yes">
                {t.yes}
              </Button>
            )}
            <Button look="line" name="answer" value="no">
              {t.no}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

export interface ConsentPageProps extends ByCodeProps {
  /** When the page is taken down, in words. */
  readonly removedOn: string;
  readonly asked: {
    readonly givenName: string;
    readonly shownName: string;
    readonly school: string;
    readonly yearGroup: number | null;
    readonly statement: BilingualText;
    readonly promises: BilingualText;
    readonly photo: PhotoInView | null;
    readonly videoUrl: string;
    readonly parentName: string;
    readonly given: boolean;
    readonly open: boolean;
  };
  /** They have just said no. */
  readonly refused: boolean;
}

/** A parent or guardian reads what would be shown of their child, and says yes or no. */
export function ConsentPage({ locale, election, asked, removedOn, refused, form }: ConsentPageProps) {
  const { consent: t, desk, faults } = messages(locale).nominations;
  const statement = textIn(asked.statement, locale);
  const promises = textIn(asked.promises, locale);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={faults} />
      <PageHead kicker={election} title={t.title({ candidate: asked.givenName })} lead={t.lead({ candidate: asked.givenName, election })} />
      {asked.given ? <Notice kind="good" answers title={t.doneYes} /> : refused ? <Notice answers title={t.doneNo} /> : null}
      <SummaryList
        rows={[
          { term: t.shownAs, answer: asked.shownName },
          { term: desk.school, answer: textIn(candidateNote(asked), locale).text },
          { term: desk.statement, answer: <span lang={statement.lang} className="whitespace-pre-line">{statement.text}</span> },
          ...(promises.text === "" ? [] : [{ term: desk.promises, answer: <span lang={promises.lang} className="whitespace-pre-line">{promises.text}</span> }]),
          ...(asked.videoUrl === "" ? [] : [{ term: desk.video, answer: <a href={asked.videoUrl} rel="noreferrer nofollow">{asked.videoUrl}</a> }]),
        ]}
      />
      {asked.photo === null ? null : <Photo id={asked.photo.id} width={asked.photo.width} height={asked.photo.height} alt={textIn(asked.photo.alt, locale).text} />}
      <p>{t.removed({ when: removedOn })}</p>
      {!asked.open ? (
        <Notice title={t.closed} />
      ) : (
        <Form className="stack">
          {asked.given ? null : (
            <>
              <TextField name="name" label={t.name} width="medium" autoComplete="name" value={typed(form, "name", asked.parentName)} error={fieldError(locale, form, "name", faults)} />
              <Checkbox name="parent" text={t.parent} checked={typed(form, "parent") === "yes"} error={fieldError(locale, form, "parent", faults)} />
            </>
          )}
          <ButtonRow>
            {asked.given ? null : (
              <Button name="answer" value="yes">
                {t.yes}
              </Button>
            )}
            <Button look="line" name="answer" value="no">
              {t.no}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

/** A code that is nobody's any more. */
export function UnknownCode({ locale, words }: { readonly locale: Locale; readonly words: "nominate" | "consent" }) {
  return <Notice kind="warn" title={messages(locale).nominations[words].unknown} />;
}
