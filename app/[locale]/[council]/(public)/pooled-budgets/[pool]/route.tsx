import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listEngagements } from "#features/involvement/queries.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { PoolPage } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { listPartners } from "#features/partnerships/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"pool">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const pool = await getPool(scope, params.pool);
  const [partners, engagements] = await Promise.all([listPartners(scope), listEngagements(scope)]);
  const votes = new Map(engagements.flatMap(({ programmeId, slug }): [string, string][] => (programmeId === null ? [] : [[programmeId, `votes/${slug}`]])));
  return {
    title: textIn(pool.name, locale).text,
    section: "priorities",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: `${home}/pooled-budgets`, text: messages(locale).pooledBudgets.title },
    ],
    body: <PoolPage locale={locale} home={home} pool={pool} partners={partners} votes={votes} />,
  };
});
