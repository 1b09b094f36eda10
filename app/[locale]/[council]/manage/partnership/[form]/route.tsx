import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { PARTNERSHIP_ACTS } from "#features/partnerships/actions.ts";
import { listAuthorities } from "#features/partnerships/authorities/queries.ts";
import { getPartnership, listPartnerOfficers } from "#features/partnerships/queries.ts";
import { PARTNERSHIP_FORMS, PartnershipFormPage } from "#features/partnerships/ui/partnership-forms.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form: string, query: URLSearchParams, refused?: RefusedForm) {
  const { locale, council } = scope;
  authorise(scope, "partnership.edit", null);
  const which = found(
    PARTNERSHIP_FORMS.find((each) => each === form),
    "form",
  );
  const [partnership, targets, authorities, officers] = await Promise.all([getPartnership(scope), listTargets(scope), listAuthorities(), listPartnerOfficers(scope)]);
  const named = (field: string, name: string) => typed(refused ?? EMPTY_FORM, field, query.get(name) ?? "");
  if (which === "answer") found(partnership.requests.find(({ id }) => id === named("requestId", "id")), "request");
  if (which === "remove-officer") found(officers.find(({ partnerId, personId }) => partnerId === named("partnerId", "id") && personId === named("personId", "person")), "officer");
  const t = messages(locale).partnerships;
  const back = `/${locale}/${council.slug}/manage/partnership`;
  return {
    title: t.forms[which].title,
    status: refused ? 422 : 200,
    crumbs: [{ href: back, text: t.desk.title }],
    body: (
      <PartnershipFormPage
        locale={locale}
        welsh={council.welsh}
        which={which}
        partnership={partnership}
        targets={targets}
        authorities={authorities}
        officers={officers}
        id={query.get("id")}
        personId={query.get("person") ?? ""}
        form={refused ?? EMPTY_FORM}
        once={randomId()}
        back={back}
      />
    ),
  };
}

export const GET = officerPage<"form">((scope, { params, query }) => show(scope, params.form, query));

export const POST = officerForm<"form">(async (scope, { values }, { params, query }) => {
  const outcome = await found(entryOf(PARTNERSHIP_ACTS, params.form), "form")(scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/partnership?saved`) : show(scope, params.form, query, outcome.error);
});
