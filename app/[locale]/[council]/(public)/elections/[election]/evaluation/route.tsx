import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getYearOfElection } from "#features/involvement/election-evaluation/queries.ts";
import { ElectionEvaluation } from "#features/involvement/election-evaluation/ui/election-evaluation.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { findEvaluation, getEqualityProfile } from "#features/involvement/evaluation/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** How an election went; 404 until it is declared. Who took part and what was learnt is shown once an officer has published it. */
export const GET = publicPage<"election">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { election, engagementId, title } = await getElectionInView(scope, params.election);
  const [{ year, years }, evaluation] = await Promise.all([getYearOfElection(scope, { engagementId, template: election.template }), findEvaluation(scope, engagementId)]);
  const written = evaluation?.publishedAt == null ? null : { evaluation, profile: await getEqualityProfile(scope, engagementId, evaluation.figures) };
  const name = textIn(title, locale).text;
  return {
    title: messages(locale).electionEvaluation.title({ election: name }),
    section: "results",
    crumbs: [{ href: electionAddress(scope, params.election), text: name }],
    body: <ElectionEvaluation locale={locale} home={`/${locale}/${council.slug}`} election={title} year={year} years={years} written={written} />,
  };
});
