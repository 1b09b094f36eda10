import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listContestResults } from "#features/elections/results/queries.ts";
import { ElectionResult } from "#features/elections/results/ui/result-page.tsx";
import { countSchools } from "#features/elections/schools/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { findMayorsBudget } from "#features/involvement/promises/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election">(async (scope, { params }) => {
  const engagement = await getElectionInView(scope, params.election);
  const address = electionAddress(scope, params.election);
  const [results, budget, schools] = await Promise.all([listContestResults(scope, engagement.election), findMayorsBudget(scope, engagement.election.id), countSchools(scope, engagement.election.id)]);
  const t = messages(scope.locale);
  const decided = results.every(({ declared, withoutPoll }) => (declared ?? withoutPoll) !== null);
  const declared = decided && results.some((each) => each.declared !== null);
  const more = [
    ...(decided ? [{ href: `${address}/results/elected.csv`, text: t.uncontested.data }] : []),
    ...(declared ? [{ href: `${address}/evaluation`, text: t.electionEvaluation.link }] : []),
    ...(declared && schools > 0 ? [{ href: `${address}/turnout`, text: t.schools.public.link }] : []),
    ...(budget === null ? [] : [{ href: `${address}/promises`, text: t.promises.see }]),
  ];
  const title = textIn(engagement.title, scope.locale).text;
  return {
    title: t.elections.results.title({ election: title }),
    section: "results",
    ...(engagement.election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: address, text: title }],
    body: <ElectionResult locale={scope.locale} title={engagement.title} address={address} results={results} more={more} />,
  };
});
