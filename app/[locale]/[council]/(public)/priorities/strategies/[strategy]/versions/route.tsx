import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { VersionsPage } from "#features/councils/versions/ui/versions-page.tsx";
import { getStrategy } from "#features/priorities/queries.ts";
import { listStrategyVersions } from "#features/priorities/versions/queries.ts";
import { strategyStatements } from "#features/priorities/versions/ui/strategy-versions.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"strategy">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const strategy = await getStrategy(scope, params.strategy);
  const t = messages(locale);
  const of = textIn(strategy.title, locale).text;
  return {
    title: t.versions.title({ of }),
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: t.priorities.title },
    ],
    body: (
      <VersionsPage
        locale={locale}
        address={`${home}/priorities/strategies/${strategy.slug}/versions`}
        of={of}
        versions={(await listStrategyVersions(scope, strategy)).map(({ content, ...version }) => ({ ...version, statements: strategyStatements(locale, content), signed: [] }))}
      />
    ),
  };
});
