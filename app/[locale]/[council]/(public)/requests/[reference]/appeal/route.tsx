import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { appealClaim } from "#features/eligibility/claims/actions.ts";
import { lookUpOwnClaim } from "#features/eligibility/claims/queries.ts";
import { ownClaimPage } from "#features/eligibility/claims/ui/own-claim-page.tsx";
import { requestPath } from "#features/eligibility/claims/ui/request-path.ts";
import { findOpenVoteStart } from "#features/involvement/votes-at-hand/queries.ts";

export const dynamic = "force-dynamic";

/** The appeal's form stands on the request's own page. */
export const GET = publicPage<"reference">(async (scope, { params }) => goTo(requestPath(scope, params.reference.replaceAll("-", ""))));

export const POST = publicForm<"reference">(async (scope, { values }, { params, request }) => {
  const { locale, council } = scope;
  const looked = await lookUpOwnClaim(scope, params.reference, request);
  if (looked.outcome !== "found") return goTo(requestPath(scope, params.reference.replaceAll("-", "")));
  const appealed = await appealClaim({ scope, claimId: looked.claim.id }, values);
  if (appealed.ok) return goTo(requestPath(scope, looked.claim.reference));
  const again = await lookUpOwnClaim(scope, params.reference, request);
  const claim = again.outcome === "found" ? again.claim : looked.claim;
  return ownClaimPage({ locale, council, claim, ballotHref: await findOpenVoteStart(scope, claim.exerciseId), form: appealed.error });
});
