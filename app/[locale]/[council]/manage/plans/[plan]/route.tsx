import { textIn } from "#domain/basics/bilingual.ts";
import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listPartners } from "#features/partnerships/queries.ts";
import { getPlan } from "#features/priorities/plans/queries.ts";
import { PlanDesk } from "#features/priorities/plans/ui/plan-desk.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage<"plan">(async (scope, { params, query }) => {
  const { locale, council, actor } = scope;
  const home = `/${locale}/${council.slug}`;
  const [plan, all, partners] = await Promise.all([getPlan(scope, params.plan), listTargets(scope), listPartners(scope)]);
  return {
    title: textIn(plan.title, locale).text,
    crumbs: [{ href: `${home}/manage/plans`, text: messages(locale).plans.desk.title }],
    body: (
      <PlanDesk
        locale={locale}
        home={home}
        address={`${home}/manage/plans/${plan.slug}`}
        plan={plan}
        targets={all.filter((target) => target.plan?.id === plan.id)}
        loose={all.filter((target) => target.plan === null)}
        partnerNames={new Map(partners.map(({ id, name }) => [id, textIn(name, locale).text]))}
        saved={query.has("saved")}
        may={{ edit: can(actor, "plan.edit", null), recordStep: can(actor, "plan.record-step", null), decide: can(actor, "change.decide", { proposedBy: null }), reopen: can(actor, "quarter.reopen", null), sign: can(actor, "plan.sign", null) }}
        councilId={council.id}
        personId={actor.personId}
      />
    ),
  };
});
