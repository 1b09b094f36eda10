import { randomId } from "#platform/random.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { can } from "#domain/policy/authorise.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveTarget } from "#features/priorities/actions.ts";
import { listTargets } from "#features/priorities/queries.ts";
import { TargetWorkspace } from "#features/priorities/ui/workspace.tsx";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, form = EMPTY_FORM, saved = false) {
  const { locale, council, actor } = scope;
  return {
    title: messages(locale).priorities.manage.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <TargetWorkspace
        locale={locale}
        address={`/${locale}/${council.slug}/manage/priorities`}
        targets={await listTargets(scope)}
        form={form}
        once={randomId()}
        saved={saved}
        mayEdit={can(actor, "target.edit", null)}
      />
    ),
  };
}

export const GET = officerPage((scope, { query }) => show(scope, EMPTY_FORM, query.has("saved")));

export const POST = officerForm(async (scope, { values }) => {
  const outcome = await saveTarget(scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/priorities?saved`) : show(scope, outcome.error);
});
