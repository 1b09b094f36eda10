import { londonDay } from "#domain/basics/london-time.ts";
import { CommunityValueLists } from "#features/asset-transfers/listing/ui/lists.tsx";
import { listTransferLines } from "#features/asset-transfers/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

// A listing ends by the day.
export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.listingReviews.lists.title,
    section: "transfers",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/asset-transfers`, text: t.assetTransfers.title },
    ],
    body: <CommunityValueLists locale={locale} home={home} lines={await listTransferLines(scope)} today={londonDay(now())} />,
  };
});
