import { textIn } from "#domain/basics/bilingual.ts";
import { getAsset } from "#features/asset-transfers/assets/queries.ts";
import { AssetPage } from "#features/asset-transfers/assets/ui/register.tsx";
import { listTransfersOf } from "#features/asset-transfers/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"asset">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const asset = await getAsset(scope, params.asset);
  const here = `/${locale}/${council.slug}/asset-transfers`;
  return {
    title: textIn(asset.name, locale).text,
    section: "transfers",
    crumbs: [
      { href: `/${locale}/${council.slug}`, text: t.site.haveYourSay },
      { href: here, text: t.assetTransfers.title },
      { href: `${here}/register`, text: t.assetTransfers.register.title },
    ],
    body: <AssetPage locale={locale} here={here} asset={asset} transfers={await listTransfersOf(scope, asset.id)} />,
  };
});
