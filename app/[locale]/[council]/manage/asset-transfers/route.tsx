import { authorise, can } from "#domain/policy/authorise.ts";
import { listAssets } from "#features/asset-transfers/assets/queries.ts";
import { DeskList } from "#features/asset-transfers/desk/ui/desk.tsx";
import { listTransferLines } from "#features/asset-transfers/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  authorise(scope, "asset-transfer.list", null);
  const { locale, council, actor } = scope;
  const [lines, assets] = await Promise.all([listTransferLines(scope, "officer"), listAssets(scope)]);
  return {
    title: messages(locale).assetTransfers.manage.title,
    body: <DeskList locale={locale} address={`/${locale}/${council.slug}/manage/asset-transfers`} lines={lines} assets={assets} saved={query.has("saved")} mayEdit={can(actor, "asset.edit", null)} />,
  };
});
