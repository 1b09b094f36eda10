import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { reachOf } from "#components/maps/projection.ts";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { keepView, removeView } from "#features/consultations/analysis/actions.ts";
import { SavedViews } from "#features/consultations/analysis/ui/saved-views.tsx";
import { compare, countQuestions, countResponses, findAsked, listViews, mayAnalyse, readNarrowed, viewOf } from "#features/consultations/analysis/queries.ts";
import { AnalysisPage } from "#features/consultations/analysis/ui/analysis-page.tsx";
import { countAllPlaces } from "#features/consultations/map-answers/queries.ts";
import { drawPlaces } from "#features/consultations/map-answers/ui/places-found.tsx";
import { countUnread, listUnanswered } from "#features/consultations/coding/queries.ts";
import { findConsidered } from "#features/consultations/register/queries.ts";
import { ConsideredTable } from "#features/consultations/register/ui/register-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { showDecision, showResults } from "#features/involvement/concluding/actions.ts";
import { Conclude } from "#features/involvement/concluding/ui/conclude.tsx";
import { consultationCrumbs } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { randomId } from "#platform/random.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params, query }) => show(scope, params, query, EMPTY_FORM));

async function show(scope: ActorScope, params: { readonly consultation: string }, query: URLSearchParams, form: RefusedForm, naming: RefusedForm = EMPTY_FORM) {
  const { locale, council } = scope;
  mayAnalyse(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const { id, texts, consultation } = engagement;
  const asked = await findAsked(scope, consultation.id);
  const narrowed = readNarrowed(query);
  const wanted = { rows: query.get("rows") ?? "", columns: query.get("columns") ?? "", hide: query.get("hide") !== "no" };
  const totals = await countResponses(scope, consultation.id, narrowed);
  const [unread, unanswered, considered] = await Promise.all([countUnread(scope, consultation.id), listUnanswered(scope, consultation.id), findConsidered(scope, consultation.id)]);
  const areas = await listAreaShapes(scope);
  const places = await countAllPlaces(scope, consultation.id, asked.questions, { reach: reachOf(areas), hide: false, narrowed });
  const maps = drawPlaces(asked.questions, places, { locale, areas, hide: false });
  const desk = `/${locale}/${council.slug}/manage`;
  return {
    title: messages(locale).analysis.title,
    crumbs: consultationCrumbs(scope, engagement),
    query: query.toString(),
    body: (
      <div className="stack-l">
        {/* What stands in the way leads to the part of the page where it is mended. */}
        <FormFaults locale={locale} form={{ ...form, faults: form.faults.map((fault) => ({ ...fault, field: "next" })) }} own={messages(locale).coding.conclude.faults} />
        <AnalysisPage
          locale={locale}
          title={textIn(texts.title, locale).text}
          address={`${desk}/consultations/${id}/answers`}
          asked={asked}
          totals={totals}
          narrowed={narrowed}
          questions={await countQuestions(scope, consultation.id, asked, narrowed)}
          wanted={wanted}
          next={
            <>
              <Conclude locale={locale} address={`${desk}/consultations/${id}/answers`} engagement={engagement} unread={unread} unanswered={unanswered} may={can(scope.actor, "engagement.conclude", engagement)} now={now()} />
              <ConsideredTable locale={locale} considered={considered} />
            </>
          }
          maps={maps}
          views={<SavedViews locale={locale} welsh={council.welsh} address={`${desk}/consultations/${id}/answers`} chosen={new URLSearchParams(viewOf(query)).toString()} views={await listViews(scope, consultation.id)} form={naming} once={randomId()} />}
          found={await compare(scope, consultation.id, asked, wanted, narrowed)}
        />
      </div>
    ),
  };
}

export const POST = officerForm<"consultation">(async (scope, form, { params, query, path }) => {
  const wanted = form.values["do"]?.[0] ?? "";
  if (wanted === "save-view" || wanted === "drop-view") {
    mayAnalyse(scope);
    const { consultation } = await getConsultationForOfficers(scope, params.consultation);
    const view = viewOf(query);
    const done = await (wanted === "save-view" ? keepView : removeView)({ scope, consultationId: consultation.id, view }, form.values);
    if (!done.ok) return { ...(await show(scope, params, query, EMPTY_FORM, done.error)), status: 422 };
    const chosen = new URLSearchParams(view).toString();
    return goTo(`${path}${chosen === "" ? "" : `?${chosen}`}#views`);
  }
  const act = wanted === "decide" ? showDecision : showResults;
  const done = await act({ scope, engagementId: params.consultation }, form.values);
  return done.ok ? goTo(`${path}#next`) : { ...(await show(scope, params, query, done.error)), status: 422 };
});
