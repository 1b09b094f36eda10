import { questionsOf } from "#domain/consultations/survey.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { send } from "#features/consultations/answering/actions.ts";
import { findHeldResponse, listWardNames, readResponseKey } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace, type AnsweringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { checkPage, gonePage, shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  const at = answeringAddresses(place);
  if (held?.state === "submitted") return goTo(`${at.done}?again`);
  if (now() < place.opensAt || now() >= place.closesAt) return shutPage(place, held, await listWardNames(scope), now());
  return held === null ? goTo(at.home) : checkPage(place, held, await areasFor(scope, place), []);
});

/** Sends the answers. */
export const POST = publicForm<"consultation">(async (scope, { values }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const at = answeringAddresses(place);
  const key = readResponseKey(request, place.consultationId);
  if (key === null) return gonePage(place);
  const sent = await send({ scope, consultationId: place.consultationId, key }, values);
  if (sent.ok) return goTo(sent.value.again ? `${at.done}?again` : place.survey.equality ? at.equality : at.done);
  const held = sent.error === "gone" ? null : await findHeldResponse(scope, place.consultationId, request);
  if (sent.error === "gone" || held === null) return gonePage(place);
  if (sent.error === "not-open") return shutPage(place, held, await listWardNames(scope), now());
  return checkPage(place, held, await areasFor(scope, place), sent.error, values["_publish"] !== undefined);
});

/** The wards by name, and the map where places may have been marked on it. */
async function areasFor(scope: PublicScope, { survey }: AnsweringPlace) {
  const [wards, areas] = await Promise.all([listWardNames(scope), questionsOf(survey).some(({ type }) => type === "map") ? listAreaShapes(scope) : []]);
  return { wards, map: areas.length === 0 ? null : { areas, picture: `/${scope.locale}/${scope.council.slug}/consultations/map.svg` } };
}
