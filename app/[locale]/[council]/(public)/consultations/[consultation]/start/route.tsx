import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import { answerPages, pageToGoOn } from "#domain/consultations/answer-pages.ts";
import { begin } from "#features/consultations/answering/actions.ts";
import { findHeldResponse } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { asksBefore, beforePage } from "#features/consultations/answering/ui/start-page.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** Goes on with what this browser holds, or begins. */
export const GET = publicPage<"consultation">(async (scope, { params, query, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const at = answeringAddresses(place);
  if (now() < place.opensAt || now() >= place.closesAt) return shutPage(place, null, new Map(), now());
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (held === null) return beforePage(place, EMPTY_FORM, query.get("source") ?? "");
  if (held.state === "submitted") return goTo(`${at.done}?again`);
  if (place.survey.layout === "chapters") return goTo(at.tasks);
  const page = pageToGoOn(answerPages(place.survey, held.answers, held.respondent), held.answers);
  return goTo(page ? at.page(page.code) : at.check);
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const at = answeringAddresses(place);
  const form = { ...EMPTY_FORM, values };
  const held = await findHeldResponse(scope, place.consultationId, request);
  // Pressed again, or in a second tab: the answers begun are gone on with.
  if (held) return goTo(at.start);
  const source = typed(form, "source");
  if (asksBefore(place) && typed(form, "asked") !== "yes") return beforePage(place, form, source);
  const respondent = place.survey.organisations && typed(form, "respondent") === "organisation" ? "organisation" : "person";
  const organisationName = typed(form, "organisationName").trim().slice(0, 200);
  if (respondent === "organisation" && organisationName === "") return { ...beforePage(place, { values, faults: [{ field: "organisationName", code: "organisation-missing" }] }, source), status: 422 };
  const begun = await begin(scope, { consultationId: place.consultationId, respondent, organisationName, easyRead: typed(form, "version") === "easy", recruitmentSource: source === "panel" ? "panel" : "not-known" });
  if (!begun.ok) return shutPage(place, null, new Map(), now());
  return goTo(at.start, { "Set-Cookie": begun.value.cookie });
});
