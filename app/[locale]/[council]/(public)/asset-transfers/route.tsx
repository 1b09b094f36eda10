import { nextClock, TransferList } from "#features/asset-transfers/ui/transfers.tsx";
import { clocksOfLine, listTransferLines } from "#features/asset-transfers/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { londonDay } from "#domain/basics/london-time.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

// Clocks say how many days are left, which changes by the day.
export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const today = londonDay(now());
  const lines = (await listTransferLines(scope)).map((line) => ({ ...line, clock: nextClock(clocksOfLine(line), today) }));
  return {
    title: messages(locale).assetTransfers.title,
    section: "transfers",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <TransferList locale={locale} home={home} lines={lines} today={today} />,
  };
});
