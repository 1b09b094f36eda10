import { londonDay } from "#domain/basics/london-time.ts";
import { getOwnTransfer } from "#features/asset-transfers/queries.ts";
import { doneWords, OwnTransferPage } from "#features/asset-transfers/applying/ui/ours.tsx";
import { memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"transfer">(async (scope, { params, query }) => {
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers;
  const transfer = await getOwnTransfer(scope, params.transfer);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.ours.title({ organisation: transfer.organisation }),
    section: "transfers",
    robots: "noindex",
    crumbs: [
      { href: `${home}/asset-transfers`, text: t.title },
      { href: `${home}/asset-transfers/mine`, text: t.ours.mineTitle },
    ],
    body: <OwnTransferPage locale={locale} home={home} transfer={transfer} today={londonDay(now())} done={doneWords(locale, query.get("done"))} />,
  };
});
