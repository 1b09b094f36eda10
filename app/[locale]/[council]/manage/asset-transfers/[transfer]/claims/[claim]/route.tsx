import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { getClaimForOfficers } from "#features/asset-transfers/compensation/queries.ts";
import { ClaimPage, claimPageTitle } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage<"transfer" | "claim">(async (scope, { params }) => {
  const { locale, council } = scope;
  const desk = await getClaimForOfficers(scope, params.transfer, params.claim);
  const listing = `/${locale}/${council.slug}/manage/asset-transfers/${params.transfer}`;
  return {
    title: claimPageTitle(locale, desk.title),
    crumbs: [
      { href: `/${locale}/${council.slug}/manage/asset-transfers`, text: messages(locale).assetTransfers.manage.title },
      { href: listing, text: textIn(desk.title, locale).text },
    ],
    body: <ClaimPage locale={locale} here={`${listing}/claims/${params.claim}`} desk={desk} actor={scope.actor} today={londonDay(now())} />,
  };
});
