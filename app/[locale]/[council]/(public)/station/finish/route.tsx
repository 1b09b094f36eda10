import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import type { PublicScope } from "#domain/councils/scope.ts";
import { stationOf, stationToken, wipeStation } from "#features/voting/polling-places/actions.ts";

export const dynamic = "force-dynamic";

/** Wipes a shared device, and does nothing to any other browser that is led here. */
async function finish(scope: PublicScope, request: Request): Promise<Response> {
  const home = `/${scope.locale}/${stationOf(scope)}`;
  return stationToken(scope, request) === null ? goTo(home) : goTo(`${home}?wiped`, await wipeStation(scope, request));
}

/** A page that nobody touched comes here by itself. */
export const GET = publicPage((scope, { request }) => finish(scope, request));

export const POST = publicForm((scope, _form, { request }) => finish(scope, request));
