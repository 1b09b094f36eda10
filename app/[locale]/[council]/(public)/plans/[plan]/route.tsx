import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getPlan } from "#features/priorities/plans/queries.ts";
import { PlanPage } from "#features/priorities/plans/ui/plan-page.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"plan">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const plan = await getPlan(scope, params.plan);
  const targets = (await listTargets(scope)).filter((target) => target.plan?.id === plan.id);
  const t = messages(locale);
  return {
    title: textIn(plan.title, locale).text,
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/plans`, text: t.plans.title },
    ],
    body: <PlanPage locale={locale} home={home} plan={plan} targets={targets} />,
  };
});
