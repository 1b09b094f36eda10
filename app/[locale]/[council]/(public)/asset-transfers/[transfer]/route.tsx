import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import { listComments } from "#features/asset-transfers/commenting/queries.ts";
import { getTransfer } from "#features/asset-transfers/queries.ts";
import { TransferPage } from "#features/asset-transfers/ui/transfers.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

// Clocks say how many days are left, which changes by the day.
export const dynamic = "force-dynamic";

export const GET = publicPage<"transfer">(async (scope, { params, query }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const transfer = await getTransfer(scope, params.transfer);
  const comments = await listComments(transfer.id, pageAsked(query.get("page")));
  const strands = await listThread(scope, { kind: "asset-transfer", id: transfer.id });
  const home = `/${locale}/${council.slug}`;
  return {
    title: textIn(transfer.title, locale).text,
    section: "transfers",
    query: comments.page === 1 ? "" : `page=${String(comments.page)}`,
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/asset-transfers`, text: t.assetTransfers.title },
    ],
    body: <TransferPage done={query.has("commented") ? "commented" : query.has("reported") ? "reported" : null} comments={comments} locale={locale} home={home} transfer={transfer} today={londonDay(now())} thread={<ThreadSection locale={locale} home={home} strands={strands} empty={t.goldenThread.notTied} atEnd />} />,
  };
});
