import { can } from "#domain/policy/authorise.ts";
import { listAssets } from "#features/asset-transfers/assets/queries.ts";
import { DeskList } from "#features/asset-transfers/desk/ui/desk.tsx";
import { listTransferLinesForOfficers } from "#features/asset-transfers/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const [lines, assets] = await Promise.all([listTransferLinesForOfficers(scope), listAssets(scope)]);
  return {
    title: messages(locale).assetTransfers.manage.title,
    body: <DeskList locale={locale} address={`/${locale}/${council.slug}/manage/asset-transfers`} lines={lines} assets={assets} saved={query.has("saved")} mayEdit={can(actor, "asset.edit", null)} />,
  };
});
