import { publicPage } from "#features/councils/respond.tsx";
import { listPools } from "#features/partnerships/pooled-budgets/queries.ts";
import { PoolList } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  return {
    title: messages(locale).pooledBudgets.title,
    section: "priorities",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <PoolList locale={locale} home={home} here={`${home}/pooled-budgets`} pools={await listPools(scope)} />,
  };
});
