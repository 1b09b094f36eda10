import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { writeAsset } from "#features/asset-transfers/assets/actions.ts";
import { AssetForm } from "#features/asset-transfers/assets/ui/asset-form.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form: RefusedForm = EMPTY_FORM) {
  authorise(scope, "asset.edit", null);
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers.manage;
  const home = `/${locale}/${council.slug}/manage/asset-transfers`;
  return {
    title: t.newAsset,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: home, text: t.title }],
    body: <AssetForm locale={locale} welsh={council.welsh} asset={null} areas={await listAreasToChoose(scope)} form={form} once={randomId()} back={home} />,
  };
}

export const GET = officerPage((scope) => show(scope));

export const POST = officerForm(async (scope, { values }) => {
  const saved = await writeAsset(scope, values);
  return saved.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/asset-transfers?saved`) : show(scope, saved.error);
});
