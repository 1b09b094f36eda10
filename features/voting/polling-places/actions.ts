import type { TypedValues } from "#domain/basics/fault.ts";
import { err } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { sessionCookie } from "#features/accounts/session.ts";
import { action } from "#platform/action.ts";
import { env } from "#platform/env.ts";
import { helpingCookie, sharedDeviceCookie, sharedDeviceOf, wipeBrowser } from "#platform/shared-device.ts";
import { deviceInput, endDeviceInput, placeInput } from "./input.ts";
import { savePlace as save } from "./save-place.ts";
import { DEVICE_HOURS, endDevice as end, noteWipe, shareDevice as share } from "./share-device.ts";

/** For a place that is there, or for a new one with the form's one-use number. */
export const savePlace = (scope: ActorScope, place: { readonly id: string; readonly isNew: boolean }, values: TypedValues) =>
  action({
    input: placeInput(scope.council.welsh),
    run: (by: ActorScope, details) => save(by, { ...details, ...place }),
    beside: { "letters-taken": "letters", "letters-printed": "letters", "not-presiding": "officers" },
  })(scope, values);

/** `open` names the votes that a device may show. */
export const shareDevice = (placeId: string, open: readonly string[]) =>
  action({
    input: deviceInput,
    run: async (scope: ActorScope, { vote, idle }) => (open.includes(vote) ? share(scope, { placeId, voteSlug: vote, idleMinutes: idle }) : err("not-open")),
    beside: { "not-open": "vote" },
  });

export const endDevice = (placeId: string) => action({ input: endDeviceInput, run: (scope: ActorScope, { device }) => end(scope, { placeId, deviceId: device }) });

/** Where the shared devices of a council begin, without the language. */
export const stationOf = ({ council }: AnyScope): string => `${council.slug}/station`;

/** The token of the shared device of this council that a browser is; null where it is none. */
export function stationToken(scope: AnyScope, request: Request): string | null {
  const device = sharedDeviceOf(request);
  return device !== null && device.home === stationOf(scope) ? device.token : null;
}

/** Makes this browser a shared device: the officer is signed out of it, and everything else it held is gone. */
export function becomeStation(scope: AnyScope, request: Request, { token, idleMinutes }: { readonly token: string; readonly idleMinutes: number }): Headers {
  const headers = wipeBrowser(request);
  headers.append("Set-Cookie", sharedDeviceCookie({ token, idleMinutes, home: stationOf(scope) }, DEVICE_HOURS * 3600, env().BASE_URL.startsWith("https:")));
  return headers;
}

/** Takes the last voter off a shared device. */
export async function wipeStation(scope: AnyScope, request: Request): Promise<Headers> {
  await noteWipe(scope, stationToken(scope, request));
  return wipeBrowser(request);
}

/** Takes a person who was helped to vote off an officer's browser; the officer stays signed in. */
export const forgetHelped = (request: Request): Headers => wipeBrowser(request, (name) => name === sessionCookie() || name.includes("next-auth"));

/** From now on this browser is used for somebody else. */
export const beginHelp = (byTelephone: boolean): Headers => new Headers({ "Set-Cookie": helpingCookie(env().BASE_URL.startsWith("https:"), byTelephone) });
