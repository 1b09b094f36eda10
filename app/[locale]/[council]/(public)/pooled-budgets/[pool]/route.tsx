import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listProgrammes } from "#features/involvement/phases/queries.ts";
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
  const [partners, programmes] = await Promise.all([listPartners(scope), listProgrammes(scope)]);
  const votes = new Map(programmes.map(({ programmeId, voteIsPublic, slug }) => [programmeId, voteIsPublic ? `votes/${slug}` : `programmes/${slug}`]));
  return {
    title: textIn(pool.name, locale).text,
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: `${home}/pooled-budgets`, text: messages(locale).pooledBudgets.title },
    ],
    body: <PoolPage locale={locale} home={home} pool={pool} partners={partners} votes={votes} />,
  };
});
