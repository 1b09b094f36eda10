import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { AssessmentsDesk } from "#features/priorities/assessments/ui/assessments-page.tsx";
import { listAssessments, listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const home = `/${locale}/${council.slug}`;
  const [assessments, targets] = await Promise.all([listAssessments(scope), listTargets(scope, { removed: true })]);
  return {
    title: messages(locale).assessments.desk.title,
    body: (
      <AssessmentsDesk
        locale={locale}
        address={`${home}/manage/assessments`}
        assessments={assessments}
        targets={new Map(targets.map(({ id, slug, title }) => [id, { title, href: `${home}/priorities/${slug}` }]))}
        saved={query.has("saved")}
        mayEdit={can(actor, "assessment.edit", null)}
      />
    ),
  };
});
