import type { ReactNode } from "react";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import type { SideCount } from "#domain/voting/results/count-sheet.ts";
import { winnersOf } from "#domain/voting/results/count-sheet.ts";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import type { AreaShareInView } from "#features/voting/comparison/queries.ts";
import { ByArea } from "#features/voting/comparison/ui/by-area.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { CheckItYourself } from "./check-it-yourself.tsx";
import { HowClose } from "./how-close.tsx";
import { OtherRules } from "./other-rules.tsx";
import { counted, type ResultParts } from "./options-to-show.ts";
import { SupportTable } from "./support-table.tsx";
import { WhatWillHappen } from "./what-will-happen.tsx";
import { WhoGotWhat } from "./who-got-what.tsx";
import { WhoVoted, type WhoVotedProps } from "./who-voted.tsx";
import { WhyWon } from "./why-won.tsx";

export interface ResultPageProps {
  readonly parts: ResultParts;
  readonly vote: { readonly title: BilingualText };
  readonly pot: { readonly name: BilingualText; readonly slug: string; readonly ofArea: boolean };
  readonly pots: readonly { readonly name: BilingualText; readonly slug: string }[];
  readonly beside: readonly SideCount[];
  readonly digest: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly lots: readonly { readonly lotOrder: readonly number[]; readonly witness: string; readonly drawnAt: Date }[];
  readonly downloads: readonly { readonly name: string; readonly bytes: number }[];
  readonly turnout: WhoVotedProps["turnout"] & { readonly reissues: number };
  /** Spend and coverage by area, where each area had a pot of its own. */
  readonly areaShares: readonly AreaShareInView[];
  /** The reserve list by the policy stated before the vote, already drawn; nothing where none was stated. */
  readonly reserve: ReactNode;
  /** The golden threads of the winners, already drawn. */
  readonly thread: ReactNode;
  /** What the council has done since, already drawn; null until it has reported back. */
  readonly said: ReactNode;
}

/** The page's own name: "Millbrook chose 7 projects". */
export function resultTitle({ parts: { locale, sheet }, pot }: Pick<ResultPageProps, "parts" | "pot">): string {
  const t = messages(locale).results;
  const winners = counted(format(locale), winnersOf(sheet).length);
  return pot.ofArea ? t.title({ area: textIn(pot.name, locale).text, winners }) : t.titleEverywhere({ winners });
}

export function ResultHero(props: ResultPageProps) {
  const { parts, vote, pot, declaredAt } = props;
  const { locale, home, voteAddress, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const figures = { voters: counted(f, sheet.ballots), spent: f.money(sheet.outcome.totalCost), pot: f.money(sheet.budgetPence) };
  return (
    <PageHero
      crumbs={
        <Breadcrumbs
          label={messages(locale).site.crumbs}
          crumbs={[
            { href: home, text: messages(locale).site.haveYourSay },
            { href: voteAddress, text: textIn(vote.title, locale).text },
          ]}
        />
      }
      kicker={t.kicker({ date: f.date(declaredAt) })}
      title={resultTitle(props)}
      lead={pot.ofArea ? t.lead({ area: textIn(pot.name, locale).text, ...figures }) : t.leadEverywhere(figures)}
    />
  );
}

/** A declared result: what will happen, why, who voted, what other rules would have done, and how to check it. */
export function ResultPage(props: ResultPageProps) {
  const { parts, pot, pots, beside, digest, declaredAt, declaredBy, lots, downloads, turnout, areaShares, reserve, thread, said } = props;
  const t = messages(parts.locale).results;
  return (
    <div className="stack-xl">
      <PotLinks locale={parts.locale} voteAddress={parts.voteAddress} pots={pots} current={pot.slug} />
      <WhatWillHappen parts={parts} />
      {reserve}
      <SupportTable parts={parts} />
      <WhyWon parts={parts} lots={lots} />
      <HowClose parts={parts} reissues={turnout.reissues} />
      <WhoVoted locale={parts.locale} turnout={turnout} />
      <WhoGotWhat parts={parts} beside={beside} />
      <ByArea locale={parts.locale} shares={areaShares} />
      <OtherRules parts={parts} beside={beside} />
      {thread}
      {said ?? (
        <Section id="said" title={t.said.title}>
          <p>
            {t.said.body} <a href={`${parts.home}/results`}>{t.said.link}</a>
          </p>
        </Section>
      )}
      <CheckItYourself parts={parts} downloads={downloads} digest={digest} declared={{ at: declaredAt, by: declaredBy }} />
    </div>
  );
}

interface PotLinksProps {
  readonly locale: ResultParts["locale"];
  readonly voteAddress: string;
  readonly pots: ResultPageProps["pots"];
  readonly current: string;
}

/** From one pot's result to the others', where there are several. */
export function PotLinks({ locale, voteAddress, pots, current }: PotLinksProps) {
  if (pots.length < 2) return null;
  const t = messages(locale).results;
  return <OnPageLinks label={t.pots} links={pots.map(({ slug, name }) => ({ href: `${voteAddress}/results/${slug}`, text: textIn(name, locale).text, current: slug === current }))} />;
}
