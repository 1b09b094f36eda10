import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { putPool } from "#features/partnerships/pooled-budgets/actions.ts";
import { PoolHeadForm } from "#features/partnerships/pooled-budgets/ui/pool-desk.tsx";
import { getPartnership } from "#features/partnerships/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form = EMPTY_FORM) {
  authorise(scope, "pool.edit", null);
  const { locale, council } = scope;
  const t = messages(locale).pooledBudgets.manage;
  const back = `/${locale}/${council.slug}/manage/pooled-budgets`;
  const { groups } = await getPartnership(scope);
  return {
    title: t.newTitle,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: back, text: t.title }],
    body: <PoolHeadForm locale={locale} welsh={council.welsh} pool={null} boards={groups} form={form} once={randomId()} back={back} />,
  };
}

export const GET = officerPage((scope) => show(scope));

export const POST = officerForm(async (scope, { values }) => {
  const put = await putPool(scope, values);
  return put.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/pooled-budgets/${put.value.slug}?saved`) : show(scope, put.error);
});
