import { publicPage } from "#features/councils/respond.tsx";
import { listJointPlans, listPlans } from "#features/priorities/plans/queries.ts";
import { PlanList } from "#features/priorities/plans/ui/plan-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const t = messages(locale);
  return {
    title: t.plans.title,
    section: "priorities",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: t.priorities.title },
    ],
    body: <PlanList locale={locale} home={home} plans={await listPlans(scope)} joint={await listJointPlans(scope)} />,
  };
});
