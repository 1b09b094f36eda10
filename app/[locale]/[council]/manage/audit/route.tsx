import { checkTrail, listActs, readTrailQuery } from "#features/audit/queries.ts";
import { ACTS_CHECKED, ACTS_SHOWN, TrailView } from "#features/audit/ui/trail.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, visit) => {
  const t = messages(scope.locale);
  const { filter, page } = readTrailQuery(visit.query);
  const trail = await listActs(scope, filter, page, ACTS_SHOWN);
  const check = await checkTrail(scope, visit.query.get("check") === "all" ? undefined : ACTS_CHECKED);
  return {
    title: t.audit.title,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage`, text: t.councils.workspace }],
    body: <TrailView scope={scope} trail={trail} filter={filter} page={page} check={check} />,
  };
});
