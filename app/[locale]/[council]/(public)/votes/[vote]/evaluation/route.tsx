import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { findEvaluation, getEqualityProfile } from "#features/involvement/evaluation/queries.ts";
import { EvaluationPage } from "#features/involvement/evaluation/ui/evaluation-page.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { listOutcomes } from "#features/voting/results/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** How a vote went; 404 until its evaluation is published. */
export const GET = publicPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const evaluation = found((await findEvaluation(scope, vote.engagementId)) ?? undefined, "evaluation");
  found(evaluation.publishedAt ?? undefined, "published evaluation");
  const [profile, outcomes] = await Promise.all([getEqualityProfile(scope, vote.engagementId, evaluation.figures), listOutcomes(scope, vote.pots.map(({ pollId }) => pollId))]);
  const declared = [...outcomes.values()].flatMap((outcome) => outcome.declared ?? []);
  const sum = (of: (each: (typeof declared)[number]) => number) => declared.reduce((total, each) => total + of(each), 0);
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const title = textIn(vote.title, locale).text;
  return {
    title: messages(locale).evaluation.title({ vote: title }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: voteAddress, text: title },
    ],
    body: (
      <EvaluationPage
        locale={locale}
        vote={title}
        resultsAddress={`${voteAddress}/results`}
        evaluation={evaluation}
        profile={profile}
        figures={{ ballots: sum(({ ballots }) => ballots), winners: sum(({ winners }) => winners), spentPence: sum(({ spentPence }) => spentPence), budgetPence: sum(({ budgetPence }) => budgetPence) }}
      />
    ),
  };
});
