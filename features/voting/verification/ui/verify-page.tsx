import type { Locale } from "#domain/basics/bilingual.ts";
import { Button } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";

/** Verify a whole bundle on one's own device. The form is shown by its script (components/scripts/verify.ts); the page also says how to do it without. */
export function VerifyPage({ locale, worker }: { readonly locale: Locale; readonly worker: string }) {
  const t = messages(locale).verification;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      <div className="stack-l">
        <form className="stack" data-verify="" data-worker={worker} hidden noValidate>
          <FileField name="bundle" label={t.file} hint={t.fileHint} accept=".gz,.tar" />
          <FileField name="receipt" label={t.receipt} hint={t.receiptHint} accept=".json,application/json" />
          <Button>{t.start}</Button>
        </form>
        <div className="stack" data-verify-says="" />
        <div className="stack-l" data-verify-shows="" />
      </div>
      <Section id="how" title={t.how} prose>
        <ul>
          {t.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </Section>
      <Section id="by-self" title={t.bySelf} surface="panel" prose>
        <p>{t.bySelfLead}</p>
        <ol>
          {t.bySelfSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <pre className="recount__command">
          <code>npm run verify -- ballot-log.tar.gz --receipt receipt.json</code>
        </pre>
        <p>{t.bySelfNote}</p>
      </Section>
    </div>
  );
}
