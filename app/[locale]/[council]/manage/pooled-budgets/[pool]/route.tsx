import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { takeBack } from "#features/partnerships/pooled-budgets/actions.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { PoolDesk } from "#features/partnerships/pooled-budgets/ui/pool-desk.tsx";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, slug: string, form = EMPTY_FORM, saved = false) {
  authorise(scope, "pool.see", null);
  const { locale, council, actor } = scope;
  const pool = await getPool(scope, slug);
  const home = `/${locale}/${council.slug}`;
  return {
    title: textIn(pool.name, locale).text,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/pooled-budgets`, text: messages(locale).pooledBudgets.manage.title }],
    body: <PoolDesk locale={locale} home={home} pool={pool} mayEdit={can(actor, "pool.edit", null)} saved={saved} form={form} />,
  };
}

export const GET = officerPage<"pool">((scope, { params, query }) => show(scope, params.pool, EMPTY_FORM, query.has("saved")));

export const POST = officerForm<"pool">(async (scope, { values }, { params, path }) => {
  const taken = await takeBack({ scope, slug: params.pool }, values);
  return taken.ok ? goTo(`${path}?saved`) : show(scope, params.pool, taken.error);
});
