import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listOpenVotes } from "#features/involvement/votes-at-hand/queries.ts";
import { becomeStation, endDevice, shareDevice, stationOf } from "#features/voting/polling-places/actions.ts";
import { getPlace, listDevices } from "#features/voting/polling-places/queries.ts";
import { DevicePage } from "#features/voting/polling-places/ui/device-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Votes and elections that people can vote in now. */
const openVotes = async (scope: ActorScope) => (await listOpenVotes(scope)).map(({ slug, title }) => ({ slug, name: textIn(title, scope.locale).text }));

async function show(scope: ActorScope, placeId: string, form: RefusedForm = EMPTY_FORM) {
  const place = await getPlace(scope, placeId);
  authorise(scope, "device.share", place);
  const t = messages(scope.locale).pollingPlaces;
  return {
    title: t.device.heading({ name: textIn(place.name, scope.locale).text }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage/places`, text: t.crumb }],
    body: <DevicePage locale={scope.locale} place={place} votes={await openVotes(scope)} devices={await listDevices(scope, place.id)} form={form} />,
  };
}

export const GET = officerPage<"place">((scope, { params }) => show(scope, params.place));

export const POST = officerForm<"place">(async (scope, { values }, { params, path, request }) => {
  const { id } = await getPlace(scope, params.place);
  if (values["act"]?.[0] === "end") {
    const ended = await endDevice(id)(scope, values);
    return ended.ok ? goTo(path) : show(scope, params.place, ended.error);
  }
  const shared = await shareDevice(id, (await openVotes(scope)).map(({ slug }) => slug))(scope, values);
  return shared.ok ? goTo(`/${scope.locale}/${stationOf(scope)}`, becomeStation(scope, request, shared.value)) : show(scope, params.place, shared.error);
});
