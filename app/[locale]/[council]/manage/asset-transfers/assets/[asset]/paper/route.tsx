import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { ApplicationForm } from "#features/asset-transfers/applying/ui/application-form.tsx";
import { getAsset } from "#features/asset-transfers/assets/queries.ts";
import { enterOnPaper } from "#features/asset-transfers/desk/actions.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM) {
  authorise(scope, "asset-transfer.edit", null);
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers.manage;
  const home = `/${locale}/${council.slug}/manage/asset-transfers`;
  const asset = await getAsset(scope, slug);
  return {
    title: t.paper,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [
      { href: home, text: t.title },
      { href: `${home}/assets/${asset.slug}`, text: textIn(asset.name, locale).text },
    ],
    body: <ApplicationForm locale={locale} asset={asset} form={form} once={randomId()} back={`${home}/assets/${asset.slug}`} onPaper draft={null} />,
  };
}

export const GET = officerPage<"asset">((scope, { params }) => show(scope, params.asset));

export const POST = officerForm<"asset">(async (scope, { values }, { params }) => {
  const entered = await enterOnPaper({ scope, slug: params.asset }, values);
  return entered.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/asset-transfers/${entered.value.slug}?saved`) : show(scope, params.asset, entered.error);
});
