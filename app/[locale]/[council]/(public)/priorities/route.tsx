import { publicPage } from "#features/councils/respond.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { TargetList } from "#features/priorities/ui/targets.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  return {
    title: messages(locale).priorities.title,
    section: "priorities",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <TargetList locale={locale} home={home} targets={await listTargets(scope)} />,
  };
});
