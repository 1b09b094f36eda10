import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { countReissues } from "#features/voting/reissues/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { CountSheetPage } from "#features/voting/results/ui/count-sheet-page.tsx";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const declared = found((await getResult(scope, pot.pollId)).declared, "declared result");
  const [projects, reissues] = await Promise.all([listProjects(scope, [pot.id]), countReissues(scope, pot.pollId)]);
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const resultAddress = `${voteAddress}/results/${pot.slug}`;
  const t = messages(locale);
  const title = textIn(vote.title, locale).text;
  return {
    title: `${t.results.countSheet.title}: ${textIn(pot.name, locale).text}`,
    section: "results",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: voteAddress, text: title },
      { href: resultAddress, text: t.results.crumb },
    ],
    body: <CountSheetPage parts={resultParts({ locale, home, voteAddress, resultAddress }, declared, projects)} reissues={reissues} digest={declared.digest} lots={declared.lots} />,
  };
});
