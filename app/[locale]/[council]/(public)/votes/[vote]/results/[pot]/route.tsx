import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { winnersOf } from "#domain/voting/results/count-sheet.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { findReserve } from "#features/budgeting/reserves/queries.ts";
import { ReserveList } from "#features/budgeting/reserves/ui/reserve-list.tsx";
import { Section } from "#components/layout/section.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listThreads, type Strand } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { getBudgetVote, listFeedback } from "#features/involvement/queries.ts";
import { Feedback } from "#features/involvement/ui/hub.tsx";
import { listAreaShares } from "#features/voting/comparison/queries.ts";
import { getPublishedTurnout, getResult } from "#features/voting/results/queries.ts";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { ResultHero, ResultPage, resultTitle } from "#features/voting/results/ui/result-page.tsx";
import { WaitingPage, waitingState } from "#features/voting/results/ui/waiting-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** Beyond this many winners the threads of the others are on their own pages. */
const MOST_THREADS = 24;
/** More than a council ever has. */
const MOST_FEEDBACK = 10_000;

export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const result = await getResult(scope, pot.pollId);
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const crumbs = [
    { href: home, text: messages(locale).site.haveYourSay },
    { href: voteAddress, text: textIn(vote.title, locale).text },
  ];
  if (!result.declared) {
    const state = waitingState(result, now());
    return {
      title: messages(locale).results.waiting[state].title,
      section: "results",
      crumbs,
      body: <WaitingPage locale={locale} voteAddress={voteAddress} vote={vote} pot={pot} pots={vote.pots} state={state} closesAt={result.closesAt} />,
    };
  }
  const [projects, turnout, areaShares, reserve, feedback] = await Promise.all([listProjects(scope, [pot.id]), getPublishedTurnout(scope, pot.pollId, vote.pots), listAreaShares(scope, vote.pots), findReserve(scope, pot, result.declared.sheet), listFeedback(scope, MOST_FEEDBACK)]);
  const done = feedback.find(({ slug }) => slug === vote.slug);
  const winners = winnersOf(result.declared.sheet);
  const won = projects.filter(({ number }) => winners.includes(number)).slice(0, MOST_THREADS);
  const inOrder = (strand: Strand): number => won.findIndex(({ id }) => id === strand.to.id || id === strand.from.id);
  const strands = [...(await listThreads(scope, won.map(({ id }) => ({ kind: "project" as const, id }))))].sort((one, other) => inOrder(one) - inOrder(other));
  const parts = resultParts({ locale, home, voteAddress, resultAddress: `${voteAddress}/results/${pot.slug}` }, result.declared, projects);
  const props = {
    ...result.declared,
    parts,
    vote,
    pot: { name: pot.name, slug: pot.slug, ofArea: pot.areaId !== null },
    pots: vote.pots,
    turnout,
    areaShares,
    reserve: reserve && <ReserveList parts={parts} reserve={reserve} />,
    thread: <ThreadSection locale={locale} home={home} strands={strands} />,
    said: done ? (
      <Section id="said" title={messages(locale).pages.hub.weDid} className="stack">
        <Feedback locale={locale} home={home} feedback={done} readMore={false} />
        <p>
          <a href={`${home}/projects`}>{messages(locale).delivery.list.title}</a>
        </p>
      </Section>
    ) : null,
  };
  return { title: resultTitle(props), section: "results", hero: <ResultHero {...props} />, body: <ResultPage {...props} /> };
});
