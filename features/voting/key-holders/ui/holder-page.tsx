import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { HolderPage as HolderPageData } from "#features/voting/key-holders/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface HolderPageProps {
  readonly locale: Locale;
  readonly council: BilingualText;
  readonly vote: BilingualText;
  readonly page: HolderPageData;
  /** The code in groups of four, on the one page that shows it. */
  readonly code: string | null;
  readonly form: RefusedForm;
}

/** What a holder of the count key reads and does: their code once, typed back, tried, and given after the close. */
export function HolderPage(props: HolderPageProps) {
  const { locale, council, vote, page, form } = props;
  const t = messages(locale).keyHolders;
  return (
    <div className="stack-l narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead
        title={t.holder.title({ vote: textIn(vote, locale).text })}
        lead={t.holder.lead({ name: page.holder.name, role: t.roles[page.holder.role], council: textIn(council, locale).text })}
      />
      <Step {...props} />
    </div>
  );
}

function Step({ locale, page, code, form }: HolderPageProps) {
  const t = messages(locale).keyHolders.holder;
  if (code !== null)
    return (
      <>
        <Section id="once" title={t.shown.title} surface="card">
          <div className="stack">
            <p>{t.shown.body}</p>
            <p>
              <span className="small muted">{t.shown.label}</span>
              <span className="receipt__code">{code}</span>
            </p>
          </div>
        </Section>
        <Section id="back" title={t.shown.confirmTitle}>
          <CodeForm locale={locale} form={form} act="confirm" button={t.shown.button} />
        </Section>
      </>
    );
  switch (page.step) {
    case "show":
      return (
        <Section id="show" title={t.show.title} surface="card">
          <p>{t.show.body}</p>
          <Form hidden={{ act: "show" }}>
            <Button>{t.show.button}</Button>
          </Form>
        </Section>
      );
    case "confirm":
      return (
        <>
          <Section id="confirm" title={t.confirm.title} surface="card">
            <p>{t.confirm.body}</p>
            <CodeForm locale={locale} form={form} act="confirm" button={t.shown.button} />
          </Section>
          <Details summary={t.confirm.lost}>
            <p>{t.confirm.anotherBody}</p>
            <Form hidden={{ act: "show" }}>
              <Button look="line">{t.confirm.another}</Button>
            </Form>
          </Details>
        </>
      );
    case "drill":
    case "give":
      return (
        <Section id={page.step} title={t[page.step].title} surface="card">
          <p>{t[page.step].body}</p>
          <CodeForm locale={locale} form={form} act={page.step} button={t[page.step].button} />
        </Section>
      );
    case "wait-for-others":
      return <News words={t.others} />;
    case "drilled-waits":
      return <News words={t.drillWaits} />;
    case "keep":
      return <News words={t.keep} />;
    case "given":
      return (
        <>
          <News words={t.given} />
          <p>{t.givenCount({ given: format(locale).number(Math.min(2, page.standing.given.length)) })}</p>
        </>
      );
    case "opened":
      return <News words={t.opened} />;
    case "ended":
      return <Notice title={t.ended.title}>{t.ended.body}</Notice>;
  }
}

const News = ({ words }: { readonly words: { readonly title: string; readonly body: string } }) => (
  <Notice kind="good" answers title={words.title}>
    {words.body}
  </Notice>
);

/** The code typed from paper. What was typed is never shown again: it is a secret, and a mistake is found only against the paper. */
function CodeForm({ locale, form, act, button }: { readonly locale: Locale; readonly form: RefusedForm; readonly act: string; readonly button: string }) {
  const t = messages(locale).keyHolders;
  return (
    <Form hidden={{ act }} className="stack">
      <TextField name="code" label={t.holder.shown.field} hint={t.holder.shown.hint} width="long-code" error={fieldError(locale, form, "code", t.faults)} />
      <div>
        <Button>{button}</Button>
      </div>
    </Form>
  );
}
