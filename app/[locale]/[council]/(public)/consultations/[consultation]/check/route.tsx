import { send } from "#features/consultations/answering/actions.ts";
import { findHeldResponse, listWardNames, readResponseKey } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { checkPage, gonePage, shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  const at = answeringAddresses(place);
  if (held?.state === "submitted") return goTo(`${at.done}?again`);
  if (now() < place.opensAt || now() >= place.closesAt) return shutPage(place, held, await listWardNames(scope), now());
  return held === null ? goTo(at.home) : checkPage(place, held, await listWardNames(scope), []);
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
  return checkPage(place, held, await listWardNames(scope), sent.error, values["_publish"] !== undefined);
});
