import { found } from "#domain/policy/access-error.ts";
import { goTo, publicPage } from "#features/councils/respond.tsx";
import { countClaims } from "#features/eligibility/claims/queries.ts";
import { PublishedNumbers } from "#features/eligibility/claims/ui/published-numbers.tsx";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { findEvaluation } from "#features/involvement/evaluation/queries.ts";
import { asBudgetVote, getEngagement } from "#features/involvement/queries.ts";
import { listOutcomes } from "#features/voting/results/queries.ts";
import { ResultsIndex } from "#features/voting/results/ui/results-index.tsx";
import { waitingState } from "#features/voting/results/ui/waiting-page.tsx";
import { textIn } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getEngagement(scope, params.vote);
  if (engagement.electionId !== null) return goTo(`${electionAddress(scope, engagement.slug)}/results`);
  const vote = await asBudgetVote(scope, engagement);
  const evaluation = await findEvaluation(scope, vote.engagementId);
  const outcomes = await listOutcomes(scope, vote.pots.map(({ pollId }) => pollId));
  const results = vote.pots.map((pot) => ({ pot, result: found(outcomes.get(pot.pollId), "poll") }));
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const title = textIn(vote.title, locale).text;
  return {
    title: messages(locale).results.index.title({ vote: title }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: voteAddress, text: title },
    ],
    body: (
      <div className="stack-xl">
        <ResultsIndex
          locale={locale}
          voteAddress={voteAddress}
          title={vote.title}
          pots={results.map(({ pot, result }) => ({
            slug: pot.slug,
            name: pot.name,
            waiting: waitingState(result, now()),
            declared: result.declared,
          }))}
        />
        {results.every(({ result }) => result.declared) ? (
          <p>
            <a href={`${voteAddress}/press-sheet`}>{messages(locale).announcing.press.html}</a>
            {evaluation?.publishedAt ? (
              <>
                {" "}
                · <a href={`${voteAddress}/evaluation`}>{messages(locale).evaluation.link}</a>
              </>
            ) : null}
          </p>
        ) : null}
        <PublishedNumbers locale={locale} numbers={await countClaims(scope, vote.engagementId)} findHref={null} />
      </div>
    ),
  };
});
