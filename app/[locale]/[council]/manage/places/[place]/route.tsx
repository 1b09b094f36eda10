import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { savePlace } from "#features/voting/polling-places/actions.ts";
import { getPlace, listPresidingOfficers } from "#features/voting/polling-places/queries.ts";
import { PlaceForm } from "#features/voting/polling-places/ui/place-form.tsx";
import { messages } from "#i18n/messages.ts";
import { textIn } from "#domain/basics/bilingual.ts";

export const dynamic = "force-dynamic";

const homeOf = ({ locale, council }: ActorScope): string => `/${locale}/${council.slug}/manage/places`;

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM) {
  const t = messages(scope.locale).pollingPlaces;
  const place = await getPlace(scope, id);
  return {
    title: t.form.title({ name: textIn(place.name, scope.locale).text }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: homeOf(scope), text: t.crumb }],
    body: <PlaceForm locale={scope.locale} welsh={scope.council.welsh} place={place} officers={await listPresidingOfficers(scope)} once="" form={form} />,
  };
}

export const GET = officerPage<"place">((scope, { params }) => show(scope, params.place));

export const POST = officerForm<"place">(async (scope, { values }, { params }) => {
  const { id } = await getPlace(scope, params.place);
  const saved = await savePlace(scope, { id, isNew: false }, values);
  return saved.ok ? goTo(homeOf(scope)) : show(scope, params.place, saved.error);
});
