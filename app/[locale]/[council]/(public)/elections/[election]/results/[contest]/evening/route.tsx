import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listContestResults } from "#features/elections/results/queries.ts";
import { ResultEvening } from "#features/elections/results/ui/result-evening.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election" | "contest">(async (scope, { params }) => {
  const engagement = await getElectionInView(scope, params.election);
  const result = found((await listContestResults(scope, engagement.election)).find(({ contest }) => contest.slug === params.contest), "contest");
  const declared = found(result.declared, "declared result");
  const title = textIn(engagement.title, scope.locale).text;
  return {
    title: messages(scope.locale).elections.evening.title({ election: title }),
    section: "results",
    robots: "noindex",
    scripts: ["evening"],
    crumbs: [{ href: `${electionAddress(scope, params.election)}/results`, text: messages(scope.locale).elections.results.title({ election: title }) }],
    body: <ResultEvening locale={scope.locale} election={engagement.title} counted={declared} />,
  };
});
