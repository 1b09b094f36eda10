import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { MODERATION_REASONS } from "#domain/budgeting/idea-moderation.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button, ButtonRow, type ButtonLook } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { FormFaults, fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import type { IdeaInView, IdeaOnList } from "#features/budgeting/ideas/queries.ts";
import { messages } from "#i18n/messages.ts";
import { categoryName } from "./idea-words.ts";
import { IdeaCard } from "./ideas-list.tsx";

export interface SmallFormProps {
  readonly locale: Locale;
  readonly home: string;
  readonly idea: IdeaInView;
  readonly form: RefusedForm;
}

interface FrameProps extends SmallFormProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
  readonly buttons: readonly { readonly text: string; readonly name?: string; readonly value?: string; readonly look?: ButtonLook }[];
}

function Frame({ locale, home, idea, form, title, lead, children, buttons }: FrameProps) {
  const t = messages(locale).ideas;
  const shown = textIn(idea.title, locale);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={title} lead={lead} kicker={<span lang={shown.lang === locale ? undefined : shown.lang}>{shown.text}</span>} />
      <Form>
        <div className="stack">{children}</div>
        <ButtonRow>
          {buttons.map(({ text, name, value, look }) => (
            <Button key={text} name={name} value={value} look={look}>
              {text}
            </Button>
          ))}
          <a href={`${home}/${idea.number}`}>{t.form.cancel}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Anybody tells that an idea breaks the rules. */
export function ReportForm(props: SmallFormProps) {
  const { locale, form } = props;
  const t = messages(locale).ideas;
  return (
    <Frame {...props} title={t.report.title} lead={t.report.lead} buttons={[{ text: t.report.button }]}>
      <Radios name="reason" legend={t.report.reason} value={typed(form, "reason")} error={fieldError(locale, form, "reason", t.faults)} choices={MODERATION_REASONS.map((value) => ({ value, text: t.reasons[value] }))} />
      <TextAreaField name="note" label={t.report.note} rows={3} value={typed(form, "note")} error={fieldError(locale, form, "note", t.faults)} />
    </Frame>
  );
}

/** Its author asks for another person to look at a removal. */
export function AppealForm(props: SmallFormProps) {
  const { locale, form } = props;
  const t = messages(locale).ideas;
  return (
    <Frame {...props} title={t.appeal.title} lead={t.appeal.lead} buttons={[{ text: t.appeal.button }]}>
      <TextAreaField name="text" label={t.appeal.text} rows={6} value={typed(form, "text")} error={fieldError(locale, form, "text", t.faults)} />
    </Frame>
  );
}

/** Its author asks somebody to sign it too. */
export function InviteForm(props: SmallFormProps & { readonly invited: readonly { readonly email: string; readonly confirmed: boolean }[] }) {
  const { locale, form, invited } = props;
  const t = messages(locale).ideas;
  return (
    <div className="stack-xl">
      <Frame {...props} title={t.invite.title} lead={t.invite.lead} buttons={[{ text: t.invite.button }]}>
        <EmailField name="email" label={t.invite.email} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} autoComplete="off" />
      </Frame>
      {invited.length === 0 ? null : (
        <section aria-labelledby="asked">
          <h2 id="asked">{t.invite.asked}</h2>
          <SummaryList rows={invited.map(({ email, confirmed }) => ({ term: email, answer: confirmed ? t.invite.yes : t.invite.waiting }))} />
        </section>
      )}
    </div>
  );
}

/** Somebody who was asked says yes or no. */
export function SignForm(props: SmallFormProps) {
  const { locale, form } = props;
  const t = messages(locale).ideas;
  return (
    <Frame
      {...props}
      title={t.sign.title}
      lead={t.sign.lead}
      buttons={[
        { text: t.sign.yes, name: "sign", value: "yes" },
        { text: t.sign.no, name: "sign", value: "no", look: "line" },
      ]}
    >
      <TextField name="name" label={t.sign.name} hint={t.form.nameHint} width="medium" autoComplete="given-name" value={typed(form, "name")} error={fieldError(locale, form, "name", t.faults)} />
    </Frame>
  );
}

/** Its author takes it back. */
export function WithdrawForm(props: SmallFormProps) {
  const t = messages(props.locale).ideas;
  return <Frame {...props} title={t.withdraw.title} lead={t.withdraw.lead} buttons={[{ text: t.withdraw.button, look: "danger" }]} />;
}

/** The ideas of whoever is signed in, also those that others do not see. */
export function OwnIdeas({ locale, home, call, ideas }: { readonly locale: Locale; readonly home: string; readonly call: IdeaCallInView; readonly ideas: readonly IdeaOnList[] }) {
  const t = messages(locale).ideas;
  return (
    <div className="stack-l">
      <PageHead title={t.mine.title} lead={t.mine.lead({ most: call.mostPerPerson })} />
      {ideas.length === 0 ? (
        <EmptyState level={2} title={t.mine.none} action={call.standing === "open" ? <a href={`${home}/new`}>{t.send}</a> : <a href={home}>{t.title}</a>} />
      ) : (
        <section aria-labelledby="own-ideas">
          <h2 id="own-ideas" className="vh">
            {t.title}
          </h2>
          <ul className="plain stack">
            {ideas.map((idea) => (
              <li key={idea.id}>
                <IdeaCard locale={locale} home={home} idea={idea} category={categoryName(call.form, idea.category, locale)} pin={null} note={idea.sight === "shown" ? undefined : t.mine.hidden[idea.sight]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
