import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listOwnFrameworks } from "#features/priorities/frameworks/queries.ts";
import { FrameworksDesk } from "#features/priorities/frameworks/ui/frameworks.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const home = `/${locale}/${council.slug}`;
  const t = messages(locale);
  return {
    title: t.frameworks.title,
    crumbs: [{ href: `${home}/manage/plans`, text: t.plans.desk.title }],
    body: <FrameworksDesk locale={locale} home={home} own={await listOwnFrameworks(scope)} mayEdit={can(actor, "plan.edit", null)} saved={query.has("saved")} />,
  };
});
