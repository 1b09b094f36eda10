import { publicPage } from "#features/councils/respond.tsx";
import { AssessmentsPage } from "#features/priorities/assessments/ui/assessments-page.tsx";
import { listAssessments, listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const [assessments, targets] = await Promise.all([listAssessments(scope), listTargets(scope, { removed: true })]);
  const t = messages(locale);
  return {
    title: t.assessments.title,
    section: "priorities",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: t.priorities.title },
    ],
    body: <AssessmentsPage locale={locale} assessments={assessments} targets={new Map(targets.map(({ id, slug, title }) => [id, { title, href: `${home}/priorities/${slug}` }]))} />,
  };
});
