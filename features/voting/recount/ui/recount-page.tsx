import type { Locale } from "#domain/basics/bilingual.ts";
import { BUDGET_RULE_IDS } from "#domain/voting/counting/rules.ts";
import { ELECTION_RULE_IDS } from "#domain/voting/counting/election-rules.ts";
import { Button } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ruleTitle } from "#features/voting/results/ui/rule-title.ts";
import { messages } from "#i18n/messages.ts";

/** The files of a declared result, and the rule it was counted by. */
export interface PublishedFiles {
  readonly votes: string;
  readonly sheet: string;
  readonly rule: string;
  readonly increment: string;
  readonly lots: string;
  /** Names of the projects in the page's language, by number. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface RecountPageProps {
  readonly locale: Locale;
  /** The served address of the script that counts. */
  readonly worker: string;
  /** Where one result is counted again; null on the page for any file, and where ballots are not published. */
  readonly published: PublishedFiles | null;
  /** The result's page; null on the page for any file. */
  readonly back: string | null;
}

/** Count again on one's own device. The form is shown by its script (components/scripts/recount.ts); without it the page says how to do the same. */
export function RecountPage({ locale, worker, published, back }: RecountPageProps) {
  const t = messages(locale).recount;
  const isOfResult = back !== null;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={isOfResult ? t.leadPublished : t.leadFree}>
        {isOfResult ? (
          <p className="row">
            <a href={back}>{t.back}</a>
            <a href={`/${locale}/recount`}>{t.anyFile}</a>
          </p>
        ) : null}
      </PageHead>
      {isOfResult && published === null ? <Notice title={t.fewBallots} /> : <Tool locale={locale} worker={worker} published={published} />}
      {isOfResult && published === null ? null : <BySelf locale={locale} published={published} />}
    </div>
  );
}

function Tool({ locale, worker, published }: Pick<RecountPageProps, "locale" | "worker" | "published">) {
  const t = messages(locale).recount;
  const files = published ? { "data-votes": published.votes, "data-sheet": published.sheet, "data-titles": JSON.stringify(published.titles) } : {};
  return (
    <div className="stack-l">
      <form className="stack" data-recount="" data-worker={worker} {...files} hidden noValidate>
        {published ? null : <FileFields locale={locale} />}
        <Button>{t.start}</Button>
      </form>
      <div data-recount-says="" />
      <div data-recount-shows="" />
    </div>
  );
}

function FileFields({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).recount;
  const rules = [
    ...BUDGET_RULE_IDS.map((value) => ({ value, text: t.forBudget({ rule: ruleTitle(locale, value) }) })),
    ...ELECTION_RULE_IDS.map((value) => ({ value, text: t.forOffice({ rule: ruleTitle(locale, value) }) })),
  ];
  return (
    <>
      <FileField name="file" label={t.file} hint={t.fileHint} accept=".pb,.blt,.gz" />
      <SelectField name="rule" label={t.rule} options={rules} value="mes_cost_add1_util" />
      <NumberField name="places" label={t.places} hint={t.placesHint} />
    </>
  );
}

/** The same on one's own computer, without this site. */
function BySelf({ locale, published }: Pick<RecountPageProps, "locale" | "published">) {
  const t = messages(locale).recount;
  const settings = published ? ` --set increment=${published.increment}${published.lots === "" ? "" : ` --set lot_order=${published.lots}`}` : "";
  return (
    <Section id="by-self" title={t.bySelf} surface="panel" prose>
      <p>{t.bySelfLead}</p>
      <ol>
        {t.bySelfSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="recount__command">
        <code>{`npm run count -- votes.pb --rule ${published?.rule ?? "mes_cost_add1_util"}${settings}`}</code>
      </pre>
      <p>{t.bySelfNote}</p>
      {published ? (
        <ul>
          <li>
            <a href={published.votes} download>
              {t.ballotsFile}
            </a>
          </li>
          <li>
            <a href={published.sheet} download>
              {t.sheetFile}
            </a>
          </li>
        </ul>
      ) : null}
    </Section>
  );
}
