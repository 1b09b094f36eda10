import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listJointPlans, listPlans } from "#features/priorities/plans/queries.ts";
import { PlansDesk } from "#features/priorities/plans/ui/plan-desk.tsx";
import { listIndicators, listStrategies } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const [plans, joint, strategies, indicators] = await Promise.all([listPlans(scope), listJointPlans(scope), listStrategies(scope), listIndicators()]);
  return {
    title: messages(locale).plans.desk.title,
    body: <PlansDesk locale={locale} address={`/${locale}/${council.slug}/manage/plans`} plans={plans} joint={joint} maySign={can(actor, "plan.sign", null)} strategies={strategies} indicators={indicators.length} saved={query.has("saved")} mayEdit={can(actor, "plan.edit", null)} />,
  };
});
