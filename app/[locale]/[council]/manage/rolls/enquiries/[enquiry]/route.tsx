import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveAnswer } from "#features/eligibility/rolls/actions.ts";
import { getEnquiry, listCandidates } from "#features/eligibility/rolls/queries.ts";
import { enquiryPage } from "#features/eligibility/rolls/ui/enquiry-pages.tsx";
import { rollsHome } from "#features/eligibility/rolls/ui/rolls-pages.tsx";

export const GET = officerPage<"enquiry">(async (scope, { params }) => show(scope, params.enquiry));

export const POST = officerForm<"enquiry">(async (scope, { values }, { params }) => {
  const saved = await saveAnswer(scope, await getEnquiry(scope, params.enquiry), values);
  return saved.ok ? goTo(`${rollsHome(scope)}/enquiries`) : show(scope, params.enquiry, saved.error);
});

async function show(scope: ActorScope, id: string, form?: RefusedForm) {
  const enquiry = await getEnquiry(scope, id);
  return enquiryPage({ scope, enquiry, candidates: await listCandidates(scope, enquiry), ...(form && { form }) });
}
