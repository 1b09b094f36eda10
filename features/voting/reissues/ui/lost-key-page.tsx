import { textIn } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Message } from "#components/feedback/message.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { voteAddresses, type BallotPlace } from "#features/voting/assisted/ui/ballot-place.ts";
import type { OwnReissue } from "#features/voting/reissues/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface LostKeyPageProps extends BallotPlace {
  readonly own: OwnReissue;
  /** This very browser cast the ballot: its key is here. */
  readonly castHere: boolean;
  readonly open: boolean;
  readonly form: RefusedForm;
}

/** Where a voter who lost their key asks to begin again, and reads the answer. */
export function lostKeyPage(props: LostKeyPageProps) {
  const { locale, vote, form } = props;
  const t = messages(locale).reissues;
  return {
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: voteAddresses(props).about, text: textIn(vote.title, locale).text }],
    body: (
      <div className="narrow">
        <LostKey {...props} />
      </div>
    ),
  };
}

function LostKey(props: LostKeyPageProps) {
  const { locale, council, ballot, own, castHere, open } = props;
  const t = messages(locale).reissues;
  const at = voteAddresses(props).ballotOf(ballot);
  const { asked } = own;
  if (asked?.used === true)
    return (
      <Message icon="shield" title={t.used}>
        {t.usedBody}
      </Message>
    );
  if (asked?.state === "made")
    return (
      <Message kind="good" icon="tick" title={t.made} actions={open ? <ButtonLink href={at.ballot}>{t.begin}</ButtonLink> : null}>
        {open ? t.madeBody : t.faults.closed}
      </Message>
    );
  if (asked?.state === "refused")
    return (
      <Message icon="info" title={t.refused}>
        <p>{t.refusedBody({ reason: asked.reason })}</p>
        {council.contactPhone ? <p>{t.refusedPhone({ phone: council.contactPhone })}</p> : null}
      </Message>
    );
  if (asked !== null)
    return (
      <Message icon="clock" title={t.asked}>
        {t.askedBody}
      </Message>
    );
  if (castHere)
    return (
      <Message kind="good" icon="tick" title={t.castHere} actions={<ButtonLink href={at.receipt}>{t.toReceipt}</ButtonLink>}>
        {t.castHereBody}
      </Message>
    );
  if (!own.lost || !open)
    return (
      <Message icon="info" title={t.nothing} actions={<ButtonLink href={at.start}>{t.start}</ButtonLink>}>
        {t.nothingBody}
      </Message>
    );
  return <AskForm {...props} />;
}

function AskForm({ locale, form }: LostKeyPageProps) {
  const t = messages(locale).reissues;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead} />
      <Section id="know" title={t.know} surface="panel">
        <ul className="stack-s">
          {t.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Section>
      <Form className="stack">
        <TextAreaField name="story" label={t.story} hint={t.storyHint} rows={4} value={typed(form, "story")} error={fieldError(locale, form, "story", t.faults)} />
        <EmailField name="email" label={t.email} hint={t.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
        <Checkbox name="sure" text={t.sure} checked={typed(form, "sure") === "yes"} error={fieldError(locale, form, "sure", t.faults)} />
        <div>
          <Button>{t.button}</Button>
        </div>
      </Form>
    </div>
  );
}
