import { listTransfers } from "#features/asset-transfers/queries.ts";
import { TransferList } from "#features/asset-transfers/ui/transfers.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  return {
    title: messages(locale).assetTransfers.title,
    section: "transfers",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <TransferList locale={locale} home={home} transfers={await listTransfers(scope)} />,
  };
});
