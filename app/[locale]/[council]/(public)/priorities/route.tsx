import { publicPage } from "#features/councils/respond.tsx";
import { listStrategies, listTargets } from "#features/priorities/queries.ts";
import { PrioritiesPage } from "#features/priorities/ui/priorities-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const [strategies, targets] = await Promise.all([listStrategies(scope), listTargets(scope)]);
  return {
    title: messages(locale).priorities.title,
    section: "priorities",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <PrioritiesPage locale={locale} home={home} strategies={strategies} targets={targets} />,
  };
});
