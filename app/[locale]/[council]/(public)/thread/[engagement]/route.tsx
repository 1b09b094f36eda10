import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { GoldenThreads } from "#features/golden-thread/ui/golden-threads.tsx";
import { getEngagement } from "#features/involvement/queries.ts";
import { addressOf } from "#features/involvement/ui/engagement-list.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"engagement">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const engagement = await getEngagement(scope, params.engagement);
  const strands = await listThread(scope, { kind: "engagement", id: engagement.id });
  const home = `/${locale}/${council.slug}`;
  const name = textIn(engagement.title, locale).text;
  const title = t.goldenThread.page.title({ title: name });
  return {
    title,
    section: "results",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: addressOf(home, engagement), text: name },
    ],
    body: (
      <>
        <PageHead title={title} lead={t.goldenThread.lead} />
        {strands.length === 0 ? <EmptyState level={2} title={t.goldenThread.none} /> : <GoldenThreads locale={locale} home={home} strands={strands} most={100} level={2} />}
      </>
    ),
  };
});
