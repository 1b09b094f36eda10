import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { sign } from "#features/partnerships/pooled-budgets/actions.ts";
import { getPool, listPartnersOfOfficer } from "#features/partnerships/pooled-budgets/queries.ts";
import { SignPage } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { listPartners } from "#features/partnerships/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, params: Readonly<Record<"pool" | "case", string>>, form: RefusedForm, signed: boolean) {
  const { locale, council, actor } = scope;
  const home = `/${locale}/${council.slug}`;
  const pool = await getPool(scope, params.pool);
  const written = found(
    pool.cases.find(({ id }) => id === params.case),
    "business case",
  );
  const [partners, own] = await Promise.all([listPartners(scope), listPartnersOfOfficer(scope)]);
  const inCase = new Set([...written.shares, ...written.lines].map(({ partnerId }) => partnerId));
  const mine = partners.filter(({ id }) => inCase.has(id) && can(actor, "pool.sign", { partnerOfficers: own.includes(id) ? [actor.personId] : [] }));
  return {
    title: messages(locale).pooledBudgets.sign.title,
    status: form.faults.length > 0 ? 422 : 200,
    section: "priorities" as const,
    robots: "noindex",
    crumbs: [{ href: `${home}/pooled-budgets/${pool.slug}`, text: textIn(pool.name, locale).text }],
    body: <SignPage locale={locale} home={home} pool={pool} written={written} partners={partners} mine={mine} form={form} signed={signed} />,
  };
}

export const GET = memberPage<"pool" | "case">((scope, { params, query }) => show(scope, params, EMPTY_FORM, query.has("signed")));

export const POST = memberForm<"pool" | "case">(async (scope, { values }, { params, path }) => {
  const signed = await sign({ scope, slug: params.pool, caseId: params.case }, values);
  return signed.ok ? goTo(`${path}?signed`) : show(scope, params, signed.error, false);
});
