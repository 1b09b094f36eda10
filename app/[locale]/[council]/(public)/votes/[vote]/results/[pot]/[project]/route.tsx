import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { ProjectResult, projectResultTitle } from "#features/voting/results/ui/project-result.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote" | "pot" | "project">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const declared = found((await getResult(scope, pot.pollId)).declared, "declared result");
  const projects = await listProjects(scope, [pot.id]);
  const project = found(
    projects.find(({ slug, number }) => slug === params.project && declared.options.some((option) => option.number === number)),
    "project",
  );
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const resultAddress = `${voteAddress}/results/${pot.slug}`;
  const parts = resultParts({ locale, home, voteAddress, resultAddress }, declared, projects);
  return {
    title: projectResultTitle({ parts, option: project.number }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: voteAddress, text: textIn(vote.title, locale).text },
      { href: resultAddress, text: messages(locale).results.crumb },
    ],
    body: <ProjectResult parts={parts} option={project.number} pot={pot} />,
  };
});
