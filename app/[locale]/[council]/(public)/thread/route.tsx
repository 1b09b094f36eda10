import { publicPage } from "#features/councils/respond.tsx";
import { listAllStrands } from "#features/golden-thread/queries.ts";
import { WholeThread } from "#features/golden-thread/ui/whole-thread.tsx";
import { wantedThread } from "#features/golden-thread/input.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const [strands, areas] = await Promise.all([listAllStrands(scope), listAreasToChoose(scope)]);
  return {
    title: t.goldenThread.whole.title,
    section: "involving",
    description: t.goldenThread.whole.lead,
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/involving-you`, text: t.duty.public.title },
    ],
    query: query.toString(),
    body: <WholeThread locale={locale} home={home} strands={strands} areas={areas} wanted={wantedThread(query, areas)} />,
  };
}));
