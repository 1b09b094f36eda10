import { listOwnTransfers } from "#features/asset-transfers/queries.ts";
import { OwnTransfers } from "#features/asset-transfers/applying/ui/ours.tsx";
import { memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage(async (scope) => {
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers;
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.ours.mineTitle,
    section: "transfers",
    crumbs: [{ href: `${home}/asset-transfers`, text: t.title }],
    body: <OwnTransfers locale={locale} home={home} {...await listOwnTransfers(scope)} />,
  };
});
