import { londonDay } from "#domain/basics/london-time.ts";
import { memberPage } from "#features/councils/respond.tsx";
import { listOwnPartners, listRequests } from "#features/partnerships/queries.ts";
import { listWaitingChanges } from "#features/priorities/plans/queries.ts";
import { listTargets } from "#features/priorities/queries.ts";
import { listPartnerWaiting } from "#features/priorities/waiting/queries.ts";
import { partnerTasks } from "#features/priorities/waiting/ui/priority-tasks.ts";
import { PartnerPage } from "#features/priorities/ui/partner-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

/** For whoever speaks for a partner: nobody else finds anything to do here. */
export const GET = memberPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const partners = await listOwnPartners(scope);
  const own = new Set(partners.map(({ id }) => id));
  const [targets, requests, changes] = await Promise.all([listTargets(scope), listRequests(scope), listWaitingChanges(scope, [...own])]);
  const today = londonDay(now());
  const waiting = await listPartnerWaiting(scope, { own, targets, requests, changes, today });
  return {
    title: messages(locale).partnerships.own.title,
    section: "account",
    robots: "noindex",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: (
      <PartnerPage
        locale={locale}
        home={home}
        address={`${home}/partner`}
        partners={partners}
        targets={targets.filter(({ parts }) => parts.some(({ partnerId }) => own.has(partnerId)))}
        requests={requests.filter(({ partnerId }) => own.has(partnerId))}
        changes={changes}
        tasks={partnerTasks(locale, home, waiting)}
        today={today}
        saved={query.has("saved")}
      />
    ),
  };
});
