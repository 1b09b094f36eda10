import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listStatutes } from "#features/involvement/statutes/queries.ts";
import { StatutesPage } from "#features/involvement/statutes/ui/statutes-page.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const t = messages(locale).duty;
  const address = `/${locale}/${council.slug}/manage/duty/statutes`;
  return {
    title: t.desk.statutes,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/duty`, text: t.desk.title }],
    body: <StatutesPage locale={locale} statutes={await listStatutes(scope)} manage={{ address, saved: query.has("saved"), mayEdit: can(actor, "statute.edit", null) }} />,
  };
});
