import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { Readiness } from "#domain/involvement/readiness.ts";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Section } from "#components/layout/section.tsx";
import { ReadinessChecks } from "#features/involvement/approval/ui/readiness.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PhaseThread } from "#features/involvement/phases/ui/phase-now.tsx";
import { messages } from "#i18n/messages.ts";

export interface PublicOverviewProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  /** The officers' pages of counts. */
  readonly resultsHome: string;
  readonly readiness: Readiness;
  /** Turnout of each pot, already drawn. */
  readonly turnout: ReactNode;
  readonly may: { readonly close: boolean; readonly feedback: boolean; readonly archive: boolean; readonly codes: boolean; readonly checkIn: boolean; readonly lostKeys: boolean };
  readonly now: Date;
}

/** A vote that residents see: where it has got to, who takes part, and the next official act. */
export function PublicOverview({ locale, vote, home, resultsHome, readiness, turnout, may, now }: PublicOverviewProps) {
  const t = messages(locale).workspace;
  const { phases, phase: stands } = vote.programme;
  return (
    <>
      {phases.length === 0 ? null : (
        <Section id="phases" title={t.vote.phases} hideTitle>
          <PhaseThread locale={locale} phases={phases} stands={stands} now={now} />
        </Section>
      )}
      <NextSteps locale={locale} vote={vote} home={home} resultsHome={resultsHome} may={may} />
      {turnout}
      <Section id="checks" title={t.readiness.title} surface="card">
        <p className="small muted">{t.readiness.lead}</p>
        <ReadinessChecks locale={locale} vote={vote} readiness={readiness} home={home} />
      </Section>
    </>
  );
}

/** The official acts that may come next, and where each count is. */
function NextSteps({ locale, vote, home, resultsHome, may }: Pick<PublicOverviewProps, "locale" | "vote" | "home" | "resultsHome" | "may">) {
  const t = messages(locale).workspace;
  const closed = vote.state !== "published";
  if (!closed && !may.close && !may.codes && !may.checkIn && !may.lostKeys) return null;
  return (
    <Section id="next" title={t.vote.toDo} surface="card">
      <ButtonRow>
        {may.codes ? (
          <ButtonLink small look="line" href={`${home}/codes`}>
            {messages(locale).accessCodes.desk.overview}
          </ButtonLink>
        ) : null}
        {!closed && may.checkIn ? (
          <ButtonLink small look="line" href={`${home}/check-in`}>
            {messages(locale).checkIn.title}
          </ButtonLink>
        ) : null}
        {!closed && may.lostKeys ? (
          <ButtonLink small look="line" href={`${home}/lost-keys`}>
            {messages(locale).reissues.desk.title}
          </ButtonLink>
        ) : null}
        {!closed && may.close ? (
          <ButtonLink small look="danger" href={`${home}/close`}>
            {t.vote.close}
          </ButtonLink>
        ) : null}
        {closed
          ? vote.programme.pots.map((pot) => (
              <ButtonLink key={pot.id} small look="line" href={`${resultsHome}/${pot.pollId}`}>
                {vote.programme.pots.length === 1 ? t.vote.results : t.vote.resultsOf({ pot: textIn(pot.name, locale).text })}
              </ButtonLink>
            ))
          : null}
        {may.feedback ? (
          <ButtonLink small href={`${home}/feedback`}>
            {t.vote.feedback}
          </ButtonLink>
        ) : null}
        {may.archive ? (
          <ButtonLink small look="line" href={`${home}/archive`}>
            {t.vote.archive}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </Section>
  );
}
