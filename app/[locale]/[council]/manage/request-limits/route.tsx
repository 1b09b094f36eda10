import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { changeLimits } from "#features/eligibility/claims/actions.ts";
import { readLimits } from "#features/eligibility/claims/queries.ts";
import { LimitsPage } from "#features/eligibility/claims/ui/limits-page.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope, { query }) => show(scope, EMPTY_FORM, query.has("saved")));

export const POST = officerForm(async (scope, { values }) => {
  const changed = await changeLimits(scope, values);
  return changed.ok ? goTo(`${deskOf(scope)}/request-limits?saved`) : { ...(await show(scope, changed.error, false)), status: 422 };
});

async function show(scope: ActorScope, form: RefusedForm, saved: boolean) {
  authorise(scope, "claims.set-limits", null);
  const t = messages(scope.locale);
  return {
    title: t.claims.limits.title,
    crumbs: [{ href: deskOf(scope), text: t.workspace.today.title }],
    body: <LimitsPage scope={scope} now={await readLimits(scope)} form={form} saved={saved} />,
  };
}
