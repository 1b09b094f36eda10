import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { savePlace } from "#features/voting/polling-places/actions.ts";
import { listPresidingOfficers } from "#features/voting/polling-places/queries.ts";
import { PlaceForm } from "#features/voting/polling-places/ui/place-form.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const homeOf = ({ locale, council }: ActorScope): string => `/${locale}/${council.slug}/manage/places`;

async function show(scope: ActorScope, form: RefusedForm = EMPTY_FORM) {
  const t = messages(scope.locale).pollingPlaces;
  return {
    title: t.form.newTitle,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: homeOf(scope), text: t.crumb }],
    body: <PlaceForm locale={scope.locale} welsh={scope.council.welsh} place={null} officers={await listPresidingOfficers(scope)} once={randomId()} form={form} />,
  };
}

export const GET = officerPage((scope) => show(scope));

export const POST = officerForm(async (scope, { values }) => {
  const once = typed({ values, faults: [] }, "once");
  if (!isUuid(once)) return show(scope, { values, faults: [{ field: "", code: "form-expired" }] });
  const saved = await savePlace(scope, { id: once, isNew: true }, values);
  return saved.ok ? goTo(homeOf(scope)) : show(scope, saved.error);
});
