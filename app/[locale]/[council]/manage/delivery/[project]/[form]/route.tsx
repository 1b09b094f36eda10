import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { DELIVERY_ACTS } from "#features/budgeting/delivery/actions.ts";
import { getDelivery, getFunded, listOpenPots } from "#features/budgeting/delivery/queries.ts";
import { DELIVERY_FORMS, DeliveryFormPage } from "#features/budgeting/delivery/ui/delivery-forms.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

interface Place {
  readonly project: string;
  readonly form: string;
}

async function show(scope: ActorScope, place: Place, stepId: string | null, refused?: RefusedForm) {
  const { locale, council } = scope;
  authorise(scope, "delivery.edit", null);
  const which = found(
    DELIVERY_FORMS.find((each) => each === place.form),
    "form",
  );
  const project = await getFunded(scope, place.project);
  const [delivery, pots] = await Promise.all([getDelivery(scope, project.id), which === "return" ? listOpenPots(scope) : []]);
  const t = messages(locale).delivery;
  const home = `/${locale}/${council.slug}/manage/delivery`;
  return {
    title: which === "remove" ? t.desk.remove : t.forms[which].title,
    status: refused ? 422 : 200,
    crumbs: [
      { href: home, text: t.desk.title },
      { href: `${home}/${project.id}`, text: textIn(project.title, locale).text },
    ],
    body: (
      <DeliveryFormPage
        locale={locale}
        welsh={council.welsh}
        which={which}
        delivery={delivery}
        stepId={stepId}
        pots={pots}
        form={refused ?? EMPTY_FORM}
        once={randomId()}
        back={`${home}/${project.id}`}
      />
    ),
  };
}

export const GET = officerPage<"project" | "form">((scope, { params, query }) => show(scope, params, query.get("step")));

export const POST = officerForm<"project" | "form">(async (scope, { values }, { params, query }) => {
  const project = await getFunded(scope, params.project);
  const outcome = await found(DELIVERY_ACTS[params.form], "form")({ scope, projectId: project.id }, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/delivery/${project.id}?saved`) : show(scope, params, query.get("step"), outcome.error);
});
