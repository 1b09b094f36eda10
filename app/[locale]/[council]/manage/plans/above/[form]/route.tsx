import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { ABOVE_PLANS, SIGNATURE_ACTS } from "#features/priorities/plans/actions.ts";
import { FormAbovePage, FORMS_ABOVE } from "#features/priorities/plans/ui/plan-forms.tsx";
import { listOwnFrameworks } from "#features/priorities/frameworks/queries.ts";
import { SignPlanPage } from "#features/priorities/versions/ui/sign-page.tsx";
import { getPlanToSign } from "#features/priorities/versions/queries.ts";
import { listStrategies } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form: string, id: string | null, refused?: RefusedForm) {
  const { locale, council } = scope;
  authorise(scope, form in SIGNATURE_ACTS ? "plan.sign" : "plan.edit", null);
  const which = found(
    FORMS_ABOVE.find((each) => each === form),
    "form",
  );
  const t = messages(locale).plans;
  const back = `/${locale}/${council.slug}/manage/plans`;
  return {
    title: t.forms[which].title,
    status: refused ? 422 : 200,
    crumbs: [{ href: back, text: t.desk.title }],
    body: <FormAbovePage locale={locale} welsh={council.welsh} which={which} id={id} strategies={await listStrategies(scope)} frameworks={await listOwnFrameworks(scope)} form={refused ?? EMPTY_FORM} once={randomId()} back={back} />,
  };
}

/** Signing has a page of its own: it shows all that is signed. */
async function showSigning(scope: ActorScope, planId: string, refused?: RefusedForm) {
  const { locale, council } = scope;
  authorise(scope, "plan.sign", null);
  const t = messages(locale).plans;
  const back = `/${locale}/${council.slug}/manage/plans`;
  return {
    title: t.forms.sign.title,
    status: refused ? 422 : 200,
    crumbs: [{ href: back, text: t.desk.title }],
    body: <SignPlanPage locale={locale} plan={await getPlanToSign(scope, planId)} memberId={council.id} form={refused ?? EMPTY_FORM} back={back} />,
  };
}

const planOf = (query: URLSearchParams): string => {
  const planId = query.get("plan") ?? "";
  return found(isUuid(planId) ? planId : null, "plan");
};

export const GET = officerPage<"form">((scope, { params, query }) => (params.form === "sign" ? showSigning(scope, planOf(query)) : show(scope, params.form, query.get("id"))));

export const POST = officerForm<"form">(async (scope, { values }, { params, query }) => {
  const sign = entryOf(SIGNATURE_ACTS, params.form);
  const outcome = sign ? await sign({ scope, planId: planOf(query) }, values) : await found(entryOf(ABOVE_PLANS, params.form), "form")(scope, values);
  if (!outcome.ok && params.form === "sign") return showSigning(scope, planOf(query), outcome.error);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/plans?saved`) : show(scope, params.form, query.get("id"), outcome.error);
});
