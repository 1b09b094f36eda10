import { followUpsTo, readEquality } from "#domain/consultations/equality.ts";
import { tellEquality } from "#features/consultations/answering/actions.ts";
import { findHeldResponse } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { equalityPage, gonePage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  const at = answeringAddresses(place);
  if (held === null) return goTo(at.home);
  if (held.state !== "submitted") return goTo(at.check);
  return held.equalityAsked || !place.survey.equality ? goTo(at.done) : equalityPage(place);
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (held === null) return gonePage(place);
  const said = readEquality(values);
  // What follows from an answer is asked once, with the first answers carried along and nothing kept meanwhile.
  if (values["then"]?.[0] === "send" && followUpsTo(said).length > 0 && !held.equalityAsked) return equalityPage(place, said);
  const told = await tellEquality({ scope, consultationId: place.consultationId, key: held.key }, values);
  if (!told.ok) return gonePage(place);
  return goTo(answeringAddresses(place).done);
});
