import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { FactLine } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Said, SaidParagraphs } from "#features/councils/ui/said.tsx";
import type { StrategyInView, TargetInView, ThemeInView } from "#features/priorities/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OffTrackNotices, StatusCounts, TargetTable } from "./targets.tsx";

export interface PrioritiesPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly strategies: readonly StrategyInView[];
  readonly targets: readonly TargetInView[];
}

const targetsOf = (theme: ThemeInView, targets: readonly TargetInView[]) => targets.filter(({ outcomeId }) => theme.outcomes.some(({ id }) => id === outcomeId));

/** Every promise of the council: strategies with their themes, then what stands in none, with files to take away. Plans that ended keep theirs on their own pages. */
export function PrioritiesPage({ locale, home, strategies, targets: all }: PrioritiesPageProps) {
  const t = messages(locale).priorities;
  const targets = all.filter(({ plan }) => plan?.state !== "closed");
  const placed = new Set(strategies.flatMap(({ themes }) => themes.flatMap((theme) => targetsOf(theme, targets).map(({ id }) => id))));
  const others = targets.filter(({ id }) => !placed.has(id));
  const themes = [...new Set(others.map(({ theme }) => theme))];
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead}>
        {targets.length > 0 ? <StatusCounts locale={locale} targets={targets} /> : null}
      </PageHead>
      {targets.length === 0 && strategies.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : null}
      {strategies.map((strategy) => (
        <Section key={strategy.id} id={strategy.slug} title={`${textIn(strategy.title, locale).text}, ${t.years({ from: String(strategy.fromYear), to: String(strategy.toYear) })}`}>
          <div className="stack">
            <SaidParagraphs locale={locale} text={strategy.story} />
            <p className="small">
              <a href={`${home}/priorities/strategies/${strategy.slug}/versions`}>
                {messages(locale).versions.link}
                <span className="vh">: {textIn(strategy.title, locale).text}</span>
              </a>
            </p>
            <Grid columns={2}>
              {strategy.themes.map((theme) => {
                const its = targetsOf(theme, targets);
                return (
                  <Card
                    key={theme.id}
                    title={
                      <a href={`${home}/priorities/themes/${strategy.slug}-${theme.position}`}>
                        <Said locale={locale} text={theme.title} />
                      </a>
                    }
                    level={3}
                  >
                    <p>
                      <Said locale={locale} text={theme.lead} />
                    </p>
                    {its.length === 0 ? <p className="small muted">{t.noTargetsYet}</p> : <StatusCounts locale={locale} targets={its} />}
                  </Card>
                );
              })}
            </Grid>
          </div>
        </Section>
      ))}
      {themes.map((theme, index) => (
        <Section key={theme} id={`theme-${index + 1}`} title={theme === "" ? (strategies.length > 0 ? t.otherTargets : t.tableCaption) : theme}>
          <TargetTable locale={locale} caption={theme === "" ? t.tableCaption : theme} address={`${home}/priorities`} targets={others.filter((target) => target.theme === theme)} />
        </Section>
      ))}
      <Section id="more" title={t.keeping} hideTitle>
        <ButtonRow>
          <ButtonLink look="line" href={`${home}/plans`}>
            {t.plansLink}
          </ButtonLink>
          <ButtonLink look="line" href={`${home}/partnership`}>
            {t.partnership}
          </ButtonLink>
          <ButtonLink look="line" href={`${home}/pooled-budgets`}>
            {messages(locale).pooledBudgets.title}
          </ButtonLink>
          <ButtonLink look="line" href={`${home}/assessments`}>
            {t.assessmentsLink}
          </ButtonLink>
        </ButtonRow>
        <Files locale={locale} home={home} />
      </Section>
    </div>
  );
}

function Files({ locale, home }: { readonly locale: Locale; readonly home: string }) {
  const t = messages(locale).priorities;
  return (
    <ul className="plain stack-s small mt-5 noprint">
      <li>
        <a href={`${home}/priorities/targets.csv`}>{t.downloadTargets}</a>
      </li>
      <li>
        <a href={`${home}/priorities/readings.csv`}>{t.downloadReadings}</a>
      </li>
      <li>
        <a href={`${home}/priorities/priorities.json`}>{t.downloadAll}</a>
      </li>
    </ul>
  );
}

export interface ThemePageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly council: string;
  readonly strategy: StrategyInView;
  readonly theme: ThemeInView;
  readonly targets: readonly TargetInView[];
  /** When the next review is due; null where no plan says. */
  readonly reviewOn: string | null;
  /** The golden threads of its targets, already drawn. */
  readonly thread: ReactNode;
}

/** One theme of a strategy: are we keeping our promise, why we chose it, and who has promised what. */
export function ThemePage({ locale, home, council, strategy, theme, targets: all, reviewOn, thread }: ThemePageProps) {
  const t = messages(locale).priorities;
  const f = format(locale);
  const targets = targetsOf(theme, all);
  const partners = [...new Map(targets.flatMap(({ parts }) => parts).map((part) => [part.partnerId, part])).values()];
  const newest = targets.flatMap(({ returns }) => returns.map(({ givenAt }) => givenAt)).sort((one, other) => other.getTime() - one.getTime())[0];
  const titles = (which: readonly TargetInView[]) => f.list(which.map(({ title }) => textIn(title, locale).text));
  const names = [council, ...partners.map(({ name }) => textIn(name, locale).text)];
  return (
    <div className="stack-xl">
      <PageHead
        kicker={t.priority({ strategy: textIn(strategy.title, locale).text, number: f.number(theme.position), of: f.number(strategy.themes.length) })}
        title={textIn(theme.title, locale).text}
        lead={<Said locale={locale} text={theme.lead} />}
      >
        <p className="noprint">
          <a href={`${home}/priorities/themes/${strategy.slug}-${theme.position}`} data-print="">
            {t.print}
          </a>
        </p>
        <FactLine facts={[{ icon: "people", text: t.agreedBy({ who: f.list(names) }) }, ...(newest ? [{ icon: "calendar" as const, text: t.checked({ date: f.date(newest) }) }] : [])]} />
      </PageHead>
      <Section id="targets" title={t.keeping} beside={<StatusCounts locale={locale} targets={targets} />}>
        {theme.outcomes.map((outcome) => {
          const its = targets.filter(({ outcomeId }) => outcomeId === outcome.id);
          return (
            <div key={outcome.id} className="stack-s mt-4">
              <h3>
                <Said locale={locale} text={outcome.title} />
              </h3>
              {its.length === 0 ? <p>{t.noTargetsYet}</p> : <TargetTable locale={locale} caption={textIn(outcome.title, locale).text} address={`${home}/priorities`} targets={its} />}
            </div>
          );
        })}
        {theme.outcomes.length === 0 ? <p>{t.noTargetsYet}</p> : null}
        {targets.length === 0 ? null : (
        <p className="small muted mt-4">
          {t.trendNote} <a href={`${home}/priorities/readings.csv`}>{t.downloadReadings}</a>
        </p>
        )}
        <OffTrackNotices locale={locale} targets={targets} />
      </Section>
      {thread}
      <Grid columns={2}>
        <Section id="promised" title={t.promised} surface="panel" prose>
          {partners.length === 0 ? (
            <p>{council}</p>
          ) : (
            partners.map(({ partnerId, name }) => {
              const leads = targets.filter(({ parts }) => parts.some((part) => part.partnerId === partnerId && part.part === "lead"));
              const helps = targets.filter(({ parts }) => parts.some((part) => part.partnerId === partnerId && part.part === "co-operates"));
              return (
                <p key={partnerId}>
                  <strong>
                    <Said locale={locale} text={name} />:
                  </strong>{" "}
                  {[leads.length > 0 ? t.leads({ targets: titles(leads) }) : "", helps.length > 0 ? t.cooperates({ targets: titles(helps) }) : ""].filter(Boolean).join("; ")}
                </p>
              );
            })
          )}
        </Section>
        {reviewOn === null ? null : (
          <Section id="review" title={t.stillRight} surface="tint" prose>
            <p>{t.stillRightBody({ date: f.date(reviewOn) })}</p>
            <ButtonLink look="line" href={`${home}/follow`}>
              {t.followReview}
            </ButtonLink>
          </Section>
        )}
      </Grid>
    </div>
  );
}
