import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveStatute } from "#features/involvement/statutes/actions.ts";
import { getStatute } from "#features/involvement/statutes/queries.ts";
import { StatuteForm } from "#features/involvement/statutes/ui/statute-form.tsx";
import { messages } from "#i18n/messages.ts";

/** The address of a form for one of the council's own. */
const NEW = "new";

async function show(scope: ActorScope, code: string, form = EMPTY_FORM) {
  const { locale, council } = scope;
  const t = messages(locale).duty.desk;
  const back = `/${locale}/${council.slug}/manage/duty/statutes`;
  return {
    title: code === NEW ? t.statuteForm.titleNew : t.statuteForm.edit,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: back, text: t.statutes }],
    body: <StatuteForm locale={locale} welsh={council.welsh} form={form} statute={code === NEW ? null : await getStatute(scope, code)} back={back} />,
  };
}

export const GET = officerPage<"statute">((scope, { params }) => show(scope, params.statute));

export const POST = officerForm<"statute">(async (scope, { values }, { params }) => {
  const own = params.statute === NEW ? values : { ...values, code: [(await getStatute(scope, params.statute)).code] };
  const outcome = await saveStatute(scope, own);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/duty/statutes?saved`) : show(scope, params.statute, outcome.error);
});
