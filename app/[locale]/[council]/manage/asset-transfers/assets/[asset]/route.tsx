import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { writeAsset } from "#features/asset-transfers/assets/actions.ts";
import { getAsset } from "#features/asset-transfers/assets/queries.ts";
import { AssetForm } from "#features/asset-transfers/assets/ui/asset-form.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM) {
  authorise(scope, "asset.edit", null);
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers.manage;
  const home = `/${locale}/${council.slug}/manage/asset-transfers`;
  const [asset, areas] = await Promise.all([getAsset(scope, slug), listAreasToChoose(scope)]);
  return {
    title: t.changeAsset({ name: textIn(asset.name, locale).text }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: home, text: t.title }],
    body: (
      <div className="stack-l">
        <AssetForm locale={locale} welsh={council.welsh} asset={asset} areas={areas} form={form} once={asset.id} back={home} />
        <p>
          <a href={`${home}/assets/${asset.slug}/paper`}>{t.paper}</a>
        </p>
      </div>
    ),
  };
}

export const GET = officerPage<"asset">((scope, { params }) => show(scope, params.asset));

export const POST = officerForm<"asset">(async (scope, { values }, { params }) => {
  const { id } = await getAsset(scope, params.asset);
  const saved = await writeAsset(scope, { ...values, once: [id] });
  return saved.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/asset-transfers?saved`) : show(scope, params.asset, saved.error);
});
