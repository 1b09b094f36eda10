import { textIn } from "#domain/basics/bilingual.ts";
import { isSaid } from "#domain/golden-thread/thread.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getNotedStop, listStops, listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { NotedPage } from "#features/golden-thread/ui/noted-page.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"noted">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const noted = await getNotedStop(scope, params.noted);
  const [strands, stops, areas] = await Promise.all([listThread(scope, noted), listStops(scope), listAreasToChoose(scope)]);
  const home = `/${locale}/${council.slug}`;
  return {
    title: textIn(noted.title, locale).text,
    section: "involving",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/thread`, text: t.goldenThread.whole.title },
    ],
    body: (
      <NotedPage
        locale={locale}
        home={home}
        noted={noted}
        engagement={stops.find(({ kind, id }) => kind === "engagement" && id === noted.engagementId) ?? null}
        areaName={areas.find(({ id }) => id === noted.areaId)?.name ?? null}
        thread={<ThreadSection locale={locale} home={home} strands={strands} empty={isSaid(noted.kind) ? t.goldenThread.none : t.goldenThread.notTied} atEnd={!isSaid(noted.kind)} />}
      />
    ),
  };
});
