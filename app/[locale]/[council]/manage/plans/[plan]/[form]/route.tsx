import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { PLAN_ACTS } from "#features/priorities/plans/actions.ts";
import { getPlan, listCouncilsToJoin } from "#features/priorities/plans/queries.ts";
import { OF_A_CHANGE, OF_A_TARGET, PLAN_FORMS, PlanFormPage } from "#features/priorities/plans/ui/plan-forms.tsx";
import { listIndicators, listStrategies, listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

interface Place {
  readonly plan: string;
  readonly form: string;
}

async function show(scope: ActorScope, place: Place, query: URLSearchParams, refused?: RefusedForm) {
  const { locale, council } = scope;
  const which = found(
    PLAN_FORMS.find((each) => each === place.form),
    "form",
  );
  const [plan, all, partners, strategies, areas, indicators, councils] = await Promise.all([getPlan(scope, place.plan), listTargets(scope), listPartners(scope), listStrategies(scope), listAreaChoices(scope), listIndicators(), listCouncilsToJoin()]);
  const named = (name: "target" | "change") => typed(refused ?? EMPTY_FORM, `${name}Id`, query.get(name) ?? "");
  if ((OF_A_TARGET as readonly string[]).includes(which)) found(all.find(({ id }) => id === named("target")), "target");
  if ((OF_A_CHANGE as readonly string[]).includes(which)) found(plan.changes.find(({ id }) => id === named("change")), "change");
  const t = messages(locale).plans;
  const home = `/${locale}/${council.slug}/manage/plans`;
  return {
    title: t.forms[which].title,
    status: refused ? 422 : 200,
    crumbs: [
      { href: home, text: t.desk.title },
      { href: `${home}/${plan.slug}`, text: textIn(plan.title, locale).text },
    ],
    body: (
      <PlanFormPage
        locale={locale}
        welsh={council.welsh}
        which={which}
        plan={plan}
        targets={all.filter((target) => target.plan === null || target.plan.id === plan.id)}
        partners={partners}
        strategies={strategies}
        areas={areas}
        indicators={indicators}
        councils={councils}
        targetId={query.get("target")}
        changeId={query.get("change")}
        changeKind={query.get("kind") ?? "addition"}
        today={londonDay(now())}
        form={refused ?? EMPTY_FORM}
        once={randomId()}
        back={`${home}/${plan.slug}`}
      />
    ),
  };
}

export const GET = officerPage<"plan" | "form">((scope, { params, query }) => show(scope, params, query));

export const POST = officerForm<"plan" | "form">(async (scope, { values }, { params, query }) => {
  const plan = await getPlan(scope, params.plan);
  const outcome = await found(entryOf(PLAN_ACTS, params.form), "form")({ scope, planId: plan.id }, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/plans/${plan.slug}?saved`) : show(scope, params, query, outcome.error);
});
