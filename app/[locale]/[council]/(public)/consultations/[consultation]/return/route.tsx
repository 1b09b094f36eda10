import { comeBack } from "#features/consultations/answering/actions.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { returnPage, shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** The link of a message fills the code in; pressing the button takes the answers up, so that no look ahead by a mail program does. */
export const GET = publicPage<"consultation">(async (scope, { params, query }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  if (now() >= place.closesAt) return shutPage(place, null, new Map(), now());
  return returnPage(place, { ...EMPTY_FORM, values: { code: [query.get("code") ?? ""] } });
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const back = await comeBack({ scope, consultationId: place.consultationId }, values);
  if (!back.ok) return returnPage(place, back.error);
  return goTo(answeringAddresses(place).start, { "Set-Cookie": back.value.cookie });
});
