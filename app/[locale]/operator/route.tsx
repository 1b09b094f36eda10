import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { resetSecondFactor } from "#features/councils/operator/actions.ts";
import { getHealth, listTenants } from "#features/councils/operator/queries.ts";
import { OperatorPage } from "#features/councils/operator/ui/operator.tsx";
import type { Operator } from "#features/councils/actor-scope.ts";
import { goTo, operatorForm, operatorPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = operatorPage((operator, { query }) => show(operator, EMPTY_FORM, query.has("reset"), query.get("created")));

/** Takes away a second factor that somebody lost. */
export const POST = operatorForm(async (operator, { values }, { path }) => {
  const answer = await resetSecondFactor(operator, values);
  return answer.ok ? goTo(`${path}?reset`) : { ...(await show(operator, answer.error, false, null)), status: 422 };
});

async function show(operator: Operator, form: RefusedForm, reset: boolean, created: string | null) {
  const [health, tenants] = await Promise.all([getHealth(operator), listTenants(operator)]);
  const { locale } = operator;
  const made = tenants.find(({ slug }) => slug === created);
  return {
    title: messages(locale).operator.title,
    robots: "noindex",
    crumbs: [{ href: `/${locale}/account`, text: messages(locale).accounts.account.title }],
    body: <OperatorPage locale={locale} health={health} tenants={tenants} form={form} reset={reset} created={made ? textIn(made.name, locale).text : null} />,
  };
}
