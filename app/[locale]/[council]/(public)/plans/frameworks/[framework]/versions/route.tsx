import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { VersionsPage } from "#features/councils/versions/ui/versions-page.tsx";
import { getOwnFramework, listFrameworkVersions } from "#features/priorities/frameworks/queries.ts";
import { frameworkStatements } from "#features/priorities/frameworks/ui/framework-versions.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"framework">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const { id, name } = await getOwnFramework(scope, params.framework);
  const t = messages(locale);
  const of = textIn(name, locale).text;
  return {
    title: t.versions.title({ of }),
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/plans`, text: t.plans.title },
    ],
    body: <VersionsPage locale={locale} address={`${home}/plans/frameworks/${id}/versions`} of={of} versions={(await listFrameworkVersions(scope, id)).map(({ content, ...version }) => ({ ...version, statements: frameworkStatements(locale, content), signed: [] }))} />,
  };
});
