import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { VersionsPage } from "#features/councils/versions/ui/versions-page.tsx";
import { getPlan } from "#features/priorities/plans/queries.ts";
import { planStatements } from "#features/priorities/versions/ui/plan-versions.ts";
import { listPlanVersions, namesInPlans } from "#features/priorities/versions/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"plan">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const plan = await getPlan(scope, params.plan);
  const [versions, names] = await Promise.all([listPlanVersions(council.id, plan.id), namesInPlans(council.id)]);
  const t = messages(locale);
  const of = textIn(plan.title, locale).text;
  return {
    title: t.versions.title({ of }),
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: `${home}/plans`, text: t.plans.title },
      { href: `${home}/plans/${plan.slug}`, text: of },
    ],
    body: (
      <VersionsPage
        locale={locale}
        address={`${home}/plans/${plan.slug}/versions`}
        of={of}
        versions={versions.map(({ content, signed, ...version }) => ({
          ...version,
          statements: planStatements(locale, content, names),
          signed: signed.map(({ council: member, as, on }) => `${textIn(member, locale).text} (${t.plans.signed({ date: format(locale).date(on), who: as })})`),
        }))}
      />
    ),
  };
});
