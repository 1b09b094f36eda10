import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { putPool } from "#features/partnerships/pooled-budgets/actions.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { PoolHeadForm } from "#features/partnerships/pooled-budgets/ui/pool-desk.tsx";
import { getPartnership } from "#features/partnerships/queries.ts";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, slug: string, form = EMPTY_FORM) {
  authorise(scope, "pool.edit", null);
  const { locale, council } = scope;
  const t = messages(locale).pooledBudgets.manage;
  const [pool, { groups }] = await Promise.all([getPool(scope, slug), getPartnership(scope)]);
  const back = `/${locale}/${council.slug}/manage/pooled-budgets/${slug}`;
  const name = textIn(pool.name, locale).text;
  return {
    title: t.changeTitle({ name }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: back, text: name }],
    body: <PoolHeadForm locale={locale} welsh={council.welsh} pool={pool} boards={groups} form={form} once={pool.id} back={back} />,
  };
}

export const GET = officerPage<"pool">((scope, { params }) => show(scope, params.pool));

export const POST = officerForm<"pool">(async (scope, { values }, { params }) => {
  const { id } = await getPool(scope, params.pool);
  const put = await putPool(scope, { ...values, once: [id] });
  return put.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/pooled-budgets/${params.pool}?saved`) : show(scope, params.pool, put.error);
});
