import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ElectionStage } from "#domain/elections/stage.ts";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import type { CandidateInView } from "#features/elections/nominations/queries.ts";
import { CalendarThread } from "#features/elections/ui/calendar-thread.tsx";
import { CandidateCards } from "#features/elections/ui/candidate-cards.tsx";
import { ElectedWithoutVote } from "#features/elections/uncontested/ui/elected-without-vote.tsx";
import { ElectionRulesShown } from "#features/elections/ui/election-rules.tsx";
import type { ElectionEngagement } from "#features/involvement/electing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ElectionPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly address: string;
  readonly engagement: ElectionEngagement;
  readonly stage: ElectionStage;
  readonly today: CivilDay;
  readonly who: string;
  readonly candidates: readonly CandidateInView[];
  readonly noteOf: (candidate: CandidateInView) => BilingualText;
}

/** The dark band of an election with the one thing to do next. */
export function ElectionHero({ locale, home, address, engagement, stage }: ElectionPageProps) {
  const { elections: t, site } = messages(locale);
  const f = format(locale);
  const { calendar } = engagement.election;
  return (
    <PageHero
      crumbs={<Breadcrumbs label={site.crumbs} crumbs={[{ href: home, text: site.haveYourSay }, { href: `${home}/elections`, text: t.title }]} />}
      kicker={t.stages[stage]}
      title={textIn(engagement.title, locale).text}
      lead={textIn(engagement.summary, locale).text}
      actions={
        <>
          {stage === "voting" ? (
            <ButtonLink look="gold" forward href={`${home}/votes/${engagement.slug}/start`}>
              {t.public.vote}
            </ButtonLink>
          ) : null}
          {stage === "nominations" ? (
            <ButtonLink look="gold" forward href={`${address}/stand`}>
              {t.public.stand}
            </ButtonLink>
          ) : null}
          {stage === "declared" ? (
            <ButtonLink look="gold" forward href={`${address}/results`}>
              {t.public.results}
            </ButtonLink>
          ) : null}
          {stage === "announced" || stage === "nominations" ? null : (
            <ButtonLink look="ghost" href={engagement.election.contests.length > 1 ? `#candidates-${engagement.election.contests[0]?.slug ?? ""}` : "#candidates"}>
              {t.public.candidates}
            </ButtonLink>
          )}
        </>
      }
      note={stage === "announced" ? `${t.steps.nominationsOpenOn}: ${f.longDate(calendar.nominationsOpenOn)}` : stage === "declared" ? undefined : `${t.steps.pollingDay}: ${f.longDate(calendar.pollingDay)}`}
    />
  );
}

/** What an election is for, when what happens, who stands and by which rules. */
export function ElectionPage({ locale, address, engagement, stage, today, who, candidates, noteOf }: ElectionPageProps) {
  const t = messages(locale).elections.public;
  const f = format(locale);
  const { election } = engagement;
  const { contests } = election;
  const known = stage !== "announced" && stage !== "draft";
  return (
    <div className="stack-xl">
      {known
        ? contests.map((contest) => {
            const here = candidates.filter(({ contestId }) => contestId === contest.id);
            const title = contests.length > 1 ? t.candidatesBy({ contest: textIn(contest.name, locale).text }) : t.candidates;
            return (
              <Section key={contest.id} id={contests.length > 1 ? `candidates-${contest.slug}` : "candidates"} title={title}>
                <div className="stack">
                  {contest.withoutPoll === null ? null : (
                    <div className="stack-s">
                      <ElectedWithoutVote locale={locale} ended={contest.withoutPoll} />
                      <p>
                        <a href={`${address}/results/${contest.slug}/sheet`}>{messages(locale).uncontested.notice}</a>
                      </p>
                    </div>
                  )}
                  {contest.withoutPoll?.outcome === "vacant" ? null : election.removedAt !== null ? (
                    <p>{t.removed}</p>
                  ) : here.length === 0 ? (
                    <p className="muted">{t.noneYet}</p>
                  ) : (
                    <div className="stack">
                      <CandidateCards locale={locale} candidates={here} addressOf={({ number }) => `${address}/candidates/${contest.slug}/${number}`} noteOf={noteOf} />
                      {contest.lot === null || contest.withoutPoll !== null ? null : <p className="small muted">{t.order({ when: f.dateAndTime(contest.lot.drawnAt), seed: contest.lot.seed, witness: contest.lot.witness })}</p>}
                    </div>
                  )}
                </div>
              </Section>
            );
          })
        : null}
      {known ? (
        <p>
          <a href={`${address}/hustings`}>{election.calendar.pollingDay < today ? messages(locale).hustings.linkOver : messages(locale).hustings.link}</a>
        </p>
      ) : null}
      <Section id="when" title={t.when}>
        <CalendarThread locale={locale} calendar={election.calendar} today={today} />
      </Section>
      <Section id="rules" title={messages(locale).elections.desk.rulesShown}>
        <ElectionRulesShown locale={locale} election={election} who={who} />
      </Section>
      {stage === "nominations" || stage === "checking" || stage === "candidates" || stage === "voting" || (stage === "declared" && election.removedAt === null) ? (
        <p>
          <a href={`${address}/stand`}>{t.standMine}</a>
        </p>
      ) : null}
    </div>
  );
}
