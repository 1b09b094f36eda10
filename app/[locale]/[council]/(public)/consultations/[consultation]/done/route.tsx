import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { sendCopy } from "#features/consultations/answering/actions.ts";
import { findHeldResponse, listWardNames } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { donePage, gonePage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { networkKey } from "#platform/rate-limit.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, query, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  const at = answeringAddresses(place);
  if (held === null) return goTo(at.home);
  if (held.state !== "submitted") return goTo(at.check);
  return donePage(place, held, await listWardNames(scope), EMPTY_FORM, { sent: query.has("copy"), again: query.has("again") });
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (held?.state !== "submitted") return gonePage(place, values);
  const sent = await sendCopy({ scope, place, response: held, network: networkKey(request) }, values);
  if (sent.ok) return goTo(`${answeringAddresses(place).done}?copy`);
  return donePage(place, held, await listWardNames(scope), sent.error, { sent: false, again: false });
});
