import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveStatement } from "#features/involvement/duty/actions.ts";
import { findStatement } from "#features/involvement/duty/queries.ts";
import { StatementForm } from "#features/involvement/duty/ui/statement-form.tsx";
import { yearWords } from "#features/involvement/duty/ui/words.ts";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, address: string, form = EMPTY_FORM) {
  const { locale, council } = scope;
  const t = messages(locale).duty.desk;
  const year = Number(found(/^(199\d|20\d\d)$/.exec(address)?.[0], "year"));
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.statementForm.title({ year: yearWords(locale, year) }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/duty`, text: t.title }],
    body: <StatementForm locale={locale} home={home} welsh={council.welsh} form={form} year={year} statement={await findStatement(scope, year)} />,
  };
}

export const GET = officerPage<"year">((scope, { params }) => show(scope, params.year));

export const POST = officerForm<"year">(async (scope, { values }, { params }) => {
  const outcome = await saveStatement(scope, { ...values, year: [params.year] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/duty?done=savedStatement`) : show(scope, params.year, outcome.error);
});
