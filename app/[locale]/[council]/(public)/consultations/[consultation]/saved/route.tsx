import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import { giveCode, linkOf, sendLink } from "#features/consultations/answering/actions.ts";
import { findHeldResponse } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { gonePage, savedPage, shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { now } from "#platform/clock.ts";
import { networkKey } from "#platform/rate-limit.ts";

export const dynamic = "force-dynamic";

/** Gives a new code each time it is opened: the one before is kept by its hash only. */
export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (now() >= place.closesAt) return shutPage(place, held, new Map(), now());
  if (held === null) return goTo(answeringAddresses(place).home);
  const given = await giveCode({ scope, consultationId: place.consultationId, key: held.key });
  if (!given.ok) return goTo(`${answeringAddresses(place).done}?again`);
  return savedPage(place, { code: given.value.code, link: linkOf(place, given.value.code), savedAt: now() }, EMPTY_FORM, false);
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (held === null) return gonePage(place);
  const code = typed({ ...EMPTY_FORM, values }, "code");
  const sent = await sendLink({ scope, place, response: held, network: networkKey(request), code }, values);
  return savedPage(place, { code, link: linkOf(place, code), savedAt: held.savedAt }, sent.ok ? EMPTY_FORM : sent.error, sent.ok);
});
