import { mayBeAppliedFor } from "#domain/asset-transfers/asset.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { apply, keepDraft } from "#features/asset-transfers/applying/actions.ts";
import { ApplicationForm } from "#features/asset-transfers/applying/ui/application-form.tsx";
import { getAsset } from "#features/asset-transfers/assets/queries.ts";
import { findDraft } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, slug: string, refused: RefusedForm | null, justSaved: boolean) {
  const { locale, council } = scope;
  const t = messages(locale);
  const asset = await getAsset(scope, slug);
  const draft = await findDraft(scope, asset.id);
  const here = `/${locale}/${council.slug}/asset-transfers`;
  const name = textIn(asset.name, locale).text;
  return {
    title: t.assetTransfers.apply.title({ name }),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    crumbs: [
      { href: here, text: t.assetTransfers.title },
      { href: `${here}/register/${asset.slug}`, text: name },
    ],
    body: (
      <ApplicationForm
        locale={locale}
        asset={asset}
        form={refused ?? (draft ? { values: draft.values, faults: [] } : EMPTY_FORM)}
        once={randomId()}
        back={`${here}/register/${asset.slug}`}
        onPaper={false}
        draft={draft ? { savedAt: draft.savedAt, justSaved } : null}
      />
    ),
  };
}

export const GET = memberPage<"asset">(async (scope, { params, query }) => {
  const asset = await getAsset(scope, params.asset);
  if (!mayBeAppliedFor(asset)) return goTo(`/${scope.locale}/${scope.council.slug}/asset-transfers/register/${asset.slug}`);
  return show(scope, params.asset, null, query.has("saved"));
});

export const POST = memberForm<"asset">(async (scope, { values }, { params }) => {
  const here = `/${scope.locale}/${scope.council.slug}/asset-transfers`;
  const own = { scope, slug: params.asset };
  if (values["act"]?.at(-1) === "save") {
    await keepDraft(own, values);
    return goTo(`${here}/register/${params.asset}/apply?saved`);
  }
  const sent = await apply(own, values);
  return sent.ok ? goTo(`${here}/${sent.value.slug}/ours?done=sent`) : show(scope, params.asset, sent.error, false);
});
