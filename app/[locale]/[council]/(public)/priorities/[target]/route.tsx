import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { getTarget } from "#features/priorities/queries.ts";
import { TargetPage } from "#features/priorities/ui/targets.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"target">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const target = await getTarget(scope, params.target);
  const strands = await listThread(scope, { kind: "target", id: target.id });
  const home = `/${locale}/${council.slug}`;
  return {
    title: textIn(target.title, locale).text,
    section: "priorities",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: t.priorities.title },
    ],
    body: <TargetPage locale={locale} home={home} council={textIn(council.name, locale).text} target={target} thread={strands.length > 0 ? <ThreadSection locale={locale} home={home} strands={strands} atEnd /> : null} />,
  };
});
