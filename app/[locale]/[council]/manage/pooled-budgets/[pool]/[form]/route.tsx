import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listOpenPots } from "#features/budgeting/delivery/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { contribute, giveOut, putCase, ringFence } from "#features/partnerships/pooled-budgets/actions.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { POOL_FORMS, PoolMoneyForm, type PoolForm } from "#features/partnerships/pooled-budgets/ui/pool-desk.tsx";
import { listPartners } from "#features/partnerships/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

interface Place {
  readonly pool: string;
  readonly form: string;
}

const whichOf = ({ form }: Place): PoolForm => found(POOL_FORMS.find((each) => each === form), "form");

async function show(scope: ActorScope, place: Place, caseId: string | null, form = EMPTY_FORM) {
  authorise(scope, "pool.edit", null);
  const { locale, council } = scope;
  const which = whichOf(place);
  const [pool, partners, pots] = await Promise.all([getPool(scope, place.pool), listPartners(scope), which === "allocation" ? listOpenPots(scope) : []]);
  const home = `/${locale}/${council.slug}`;
  return {
    title: messages(locale).pooledBudgets.manage.forms[which].title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/pooled-budgets/${pool.slug}`, text: textIn(pool.name, locale).text }],
    body: <PoolMoneyForm locale={locale} welsh={council.welsh} home={home} which={which} pool={pool} partners={partners} pots={pots} caseId={caseId} form={form} once={randomId()} />,
  };
}

export const GET = officerPage<"pool" | "form">((scope, { params, query }) => show(scope, params, query.get("case")));

export const POST = officerForm<"pool" | "form">(async (scope, { values }, { params, query }) => {
  authorise(scope, "pool.edit", null);
  const at = { scope, slug: params.pool };
  const which = whichOf(params);
  const outcome = await act();
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/pooled-budgets/${params.pool}?saved`) : show(scope, params, query.get("case"), outcome.error);

  async function act() {
    if (which === "ring-fence") return ringFence(at, values);
    if (which === "contribution") return contribute(at, values);
    if (which === "allocation") return giveOut(at, values);
    const [pool, partners] = await Promise.all([getPool(scope, params.pool), listPartners(scope)]);
    return putCase({ ...at, partnerIds: partners.map(({ id }) => id), years: pool.years }, values);
  }
});
