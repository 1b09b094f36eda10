import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { beginRoll } from "#features/eligibility/rolls/actions.ts";
import { getRollsPage } from "#features/eligibility/rolls/queries.ts";
import { rollsHome, rollsPage } from "#features/eligibility/rolls/ui/rolls-pages.tsx";

export const GET = officerPage(async (scope) => show(scope));

export const POST = officerForm(async (scope, form) => {
  const begun = await beginRoll(scope, form.values);
  return begun.ok ? goTo(`${rollsHome(scope)}/${begun.value.rollId}`) : show(scope, begun.error);
});

const show = async (scope: ActorScope, form?: RefusedForm) => rollsPage({ scope, ...(await getRollsPage(scope)), ...(form && { form }) });
