import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, typed, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { DELIVERY_ACTS } from "#features/budgeting/delivery/actions.ts";
import { getDelivery, getFunded, listOpenPots } from "#features/budgeting/delivery/queries.ts";
import { DELIVERY_FORMS, DeliveryFormPage } from "#features/budgeting/delivery/ui/delivery-forms.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { badFormPage } from "#features/councils/ui/notices.tsx";
import { messages } from "#i18n/messages.ts";
import { readPhotoForm } from "#platform/photos/read-photo-form.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";
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
  const photoId = typed(refused ?? EMPTY_FORM, "photoId");
  const [delivery, pots, photos] = await Promise.all([getDelivery(scope, project.id), which === "return" ? listOpenPots(scope) : [], findPhotos(council.id, photoId === "" ? [] : [photoId])]);
  if (which === "remove") found(delivery.milestones.find(({ id }) => id === typed(refused ?? EMPTY_FORM, "milestoneId", stepId ?? "")), "step");
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
        photo={photos.get(photoId) ?? null}
        back={`${home}/${project.id}`}
      />
    ),
  };
}

export const GET = officerPage<"project" | "form">((scope, { params, query }) => show(scope, params, query.get("step")));

/** Only an update is sent with a file. */
export const POST = (request: Request, context: { params: Promise<Record<string, string>> }) => (request.headers.get("content-type")?.startsWith("multipart/") ? withPhoto : plain)(request, context);

const withPhoto = officerPage<"project" | "form">(async (scope, { params, query, request }) => {
  authorise(scope, "delivery.edit", null);
  const read = await readPhotoForm(request, scope.council.id);
  if (!read.ok) return { status: read.error === "foreign" ? 403 : read.error === "too-large" ? 413 : 400, ...badFormPage(scope.locale, read.error) };
  const { values, faults } = read.value;
  return faults.length > 0 ? show(scope, params, query.get("step"), { values, faults }) : act(scope, params, query.get("step"), values);
});

const plain = officerForm<"project" | "form">((scope, { values }, { params, query }) => act(scope, params, query.get("step"), values));

async function act(scope: ActorScope, params: Place, stepId: string | null, values: TypedValues) {
  const project = await getFunded(scope, params.project);
  const outcome = await found(entryOf(DELIVERY_ACTS, params.form), "form")({ scope, projectId: project.id }, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/delivery/${project.id}?saved`) : show(scope, params, stepId, outcome.error);
}
