import { publicPage } from "#features/councils/respond.tsx";
import { getYearOfElection } from "#features/involvement/election-evaluation/queries.ts";
import { turnoutDocument } from "#features/involvement/election-evaluation/ui/turnout-data.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { findEvaluation, getEqualityProfile } from "#features/involvement/evaluation/queries.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-dynamic";

/** The same for other programs, with who took part once that is published; what is hidden is null. */
export const GET = publicPage<"election">(async (scope, { params }) => {
  const { council, locale } = scope;
  const { election, engagementId, slug } = await getElectionInView(scope, params.election);
  const [{ years }, evaluation] = await Promise.all([getYearOfElection(scope, { engagementId, template: election.template }), findEvaluation(scope, engagementId)]);
  const profile = evaluation?.publishedAt == null ? null : await getEqualityProfile(scope, engagementId, evaluation.figures);
  const body = turnoutDocument({ council: council.name, address: `${env().BASE_URL}/${locale}/${council.slug}/elections/${slug}/evaluation`, years, profile });
  return Response.json(body, { headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff" } });
});
