import { listAssets } from "#features/asset-transfers/assets/queries.ts";
import { Register } from "#features/asset-transfers/assets/ui/register.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.assetTransfers.register.title,
    section: "transfers",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/asset-transfers`, text: t.assetTransfers.title },
    ],
    body: <Register locale={locale} here={`${home}/asset-transfers`} assets={await listAssets(scope)} />,
  };
});
