import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { findInput } from "#features/eligibility/claims/input.ts";
import { findClaimPage } from "#features/eligibility/claims/ui/own-claim-page.tsx";
import { requestPath } from "#features/eligibility/claims/ui/request-path.ts";

export const dynamic = "force-dynamic";

/** Where somebody comes back to a request that was held. */
export const GET = publicPage(async ({ locale, council }) => findClaimPage({ locale, council, form: EMPTY_FORM }));

export const POST = publicForm(async (scope, { values }) => {
  const read = findInput(values);
  if (!read.ok) return findClaimPage({ ...scope, form: { values, faults: read.error }, status: 422 });
  return goTo(requestPath(scope, read.value.reference));
});
