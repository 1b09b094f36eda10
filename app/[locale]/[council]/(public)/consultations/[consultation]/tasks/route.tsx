import { findHeldResponse } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { shutPage, tasksPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (now() < place.opensAt || now() >= place.closesAt) return shutPage(place, held, new Map(), now());
  const at = answeringAddresses(place);
  if (held === null) return goTo(at.home);
  if (held.state === "submitted") return goTo(`${at.done}?again`);
  return place.survey.layout === "chapters" ? tasksPage(place, held) : goTo(at.start);
});
