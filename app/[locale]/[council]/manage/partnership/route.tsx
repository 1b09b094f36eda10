import { londonDay } from "#domain/basics/london-time.ts";
import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getPartnership, listPartnerOfficers } from "#features/partnerships/queries.ts";
import { PartnershipDesk } from "#features/partnerships/ui/partnership-desk.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const home = `/${locale}/${council.slug}`;
  const [partnership, officers, targets] = await Promise.all([getPartnership(scope), listPartnerOfficers(scope), listTargets(scope)]);
  return {
    title: messages(locale).partnerships.desk.title,
    body: (
      <PartnershipDesk
        locale={locale}
        home={home}
        address={`${home}/manage/partnership`}
        partnership={partnership}
        officers={officers}
        today={londonDay(now())}
        targets={new Map(targets.map(({ id, slug, title }) => [id, { title, href: `${home}/priorities/${slug}` }]))}
        saved={query.has("saved")}
        mayEdit={can(actor, "partnership.edit", null)}
      />
    ),
  };
});
