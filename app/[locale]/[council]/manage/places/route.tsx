import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listPlaces } from "#features/voting/polling-places/queries.ts";
import { PlaceList } from "#features/voting/polling-places/ui/place-list.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, council, actor } = scope;
  const desk = `/${locale}/${council.slug}/manage`;
  const places = await listPlaces(scope);
  return {
    title: messages(locale).pollingPlaces.title,
    crumbs: [{ href: desk, text: messages(locale).workspace.today.title }],
    body: <PlaceList locale={locale} desk={desk} places={places} mayManage={can(actor, "place.manage", null)} presides={places.filter((place) => can(actor, "device.share", place)).map(({ id }) => id)} />,
  };
});
