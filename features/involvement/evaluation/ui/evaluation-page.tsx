import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { QuestionProfile } from "#domain/involvement/equality.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/layout/facts.tsx";
import type { Evaluation } from "#features/involvement/evaluation/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { EqualityProfile } from "./equality-profile.tsx";

export interface EvaluationPageProps {
  readonly locale: Locale;
  readonly vote: string;
  readonly resultsAddress: string;
  readonly evaluation: Evaluation;
  readonly profile: readonly QuestionProfile[];
  readonly figures: { readonly ballots: number; readonly winners: number; readonly spentPence: number; readonly budgetPence: number };
}

/** How a vote went, for everybody: figures, who took part, what worked and what will change. */
export function EvaluationPage({ locale, vote, resultsAddress, evaluation, profile, figures }: EvaluationPageProps) {
  const t = messages(locale).evaluation;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.title({ vote })} lead={t.lead}>
        <a href={resultsAddress}>{t.results}</a>
      </PageHead>
      <Facts
        facts={[
          { term: t.ballots, figure: f.number(figures.ballots) },
          { term: t.winners, figure: f.number(figures.winners) },
          { term: t.spent, figure: f.money(figures.spentPence) },
          { term: t.pot, figure: f.money(figures.budgetPence) },
        ]}
      />
      <Section id="profile" title={t.whoTookPart}>
        <EqualityProfile locale={locale} profile={profile} source={evaluation.source} />
      </Section>
      <Words locale={locale} id="worked" title={t.worked} text={evaluation.worked} />
      <Words locale={locale} id="change" title={t.change} text={evaluation.change} />
      {evaluation.publishedAt === null ? null : <p className="small muted">{t.publishedOn({ date: f.date(evaluation.publishedAt) })}</p>}
    </div>
  );
}

/** What worked, or what will change, in paragraphs; nothing where it is not written. */
export function Words({ locale, id, title, text }: { readonly locale: Locale; readonly id: string; readonly title: string; readonly text: BilingualText }) {
  const shown = textIn(text, locale);
  if (shown.text === "") return null;
  return (
    <Section id={id} title={title} prose>
      <div lang={shown.lang === locale ? undefined : shown.lang}>
        {shown.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Section>
  );
}
