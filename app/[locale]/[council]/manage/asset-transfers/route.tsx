import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { saveTransfer } from "#features/asset-transfers/actions.ts";
import { listTransfers } from "#features/asset-transfers/queries.ts";
import { TransferWorkspace } from "#features/asset-transfers/ui/workspace.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form = EMPTY_FORM, saved = false) {
  const { locale, council, actor } = scope;
  const [transfers, areas] = await Promise.all([listTransfers(scope), listAreasToChoose(scope)]);
  return {
    title: messages(locale).assetTransfers.manage.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <TransferWorkspace
        locale={locale}
        address={`/${locale}/${council.slug}/manage/asset-transfers`}
        transfers={transfers}
        areas={areas}
        form={form}
        once={randomId()}
        saved={saved}
        mayEdit={can(actor, "asset-transfer.edit", null)}
      />
    ),
  };
}

export const GET = officerPage((scope, { query }) => show(scope, EMPTY_FORM, query.has("saved")));

export const POST = officerForm(async (scope, { values }) => {
  const outcome = await saveTransfer(scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/asset-transfers?saved`) : show(scope, outcome.error);
});
