import { publicPage } from "#features/councils/respond.tsx";
import { stationToken } from "#features/voting/polling-places/actions.ts";
import { findStation } from "#features/voting/polling-places/queries.ts";
import { StationPage } from "#features/voting/polling-places/ui/station-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope, { query, request }) => {
  const station = await findStation(scope, stationToken(scope, request));
  const t = messages(scope.locale).pollingPlaces.station;
  return {
    title: station ? t.title : t.notStation,
    status: station ? 200 : 404,
    robots: "noindex",
    body: <StationPage locale={scope.locale} station={station} begin={station ? `/${scope.locale}/${scope.council.slug}/votes/${station.voteSlug}/code` : ""} wiped={query.has("wiped")} />,
  };
});
