import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { tooManyPage } from "#features/councils/ui/notices.tsx";
import { answerClaim } from "#features/eligibility/claims/actions.ts";
import { lookUpOwnClaim } from "#features/eligibility/claims/queries.ts";
import { findClaimPage, ownClaimPage } from "#features/eligibility/claims/ui/own-claim-page.tsx";
import { requestPath } from "#features/eligibility/claims/ui/request-path.ts";
import { findOpenVoteStart } from "#features/involvement/votes-at-hand/queries.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"reference">((scope, { params, request }) => show(scope, params.reference, request, EMPTY_FORM));

export const POST = publicForm<"reference">(async (scope, { values }, { params, request }) => {
  const looked = await lookUpOwnClaim(scope, params.reference, request);
  if (looked.outcome !== "found") return show(scope, params.reference, request, EMPTY_FORM);
  const answered = await answerClaim({ scope, claimId: looked.claim.id }, values);
  return answered.ok ? goTo(requestPath(scope, looked.claim.reference)) : show(scope, params.reference, request, answered.error);
});

async function show(scope: PublicScope, reference: string, request: Request, form: RefusedForm) {
  const { locale, council } = scope;
  const looked = await lookUpOwnClaim(scope, reference, request);
  switch (looked.outcome) {
    case "found":
      return ownClaimPage({ locale, council, claim: looked.claim, ballotHref: await findOpenVoteStart(scope, looked.claim.exerciseId), form });
    case "sign-in":
      return goTo(`/${locale}/sign-in?${new URLSearchParams({ as: "guest", next: requestPath(scope, readClaimReference(reference) ?? "") }).toString()}`);
    case "too-many-tries":
      return { ...tooManyPage(locale), status: 429, layout: "task" as const };
    case "none":
      return findClaimPage({ locale, council, form: { values: { reference: [reference] }, faults: [{ field: "reference", code: "no-such-claim" }] }, status: 404 });
  }
}
