import type { RefusedForm } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { stillWriting } from "#domain/consultations/register/read-paper.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { listWardNames } from "#features/consultations/answering/queries.ts";
import { correctResponse } from "#features/consultations/corrections/actions.ts";
import { listCorrections, listQuestionsOfVersion, standingOf } from "#features/consultations/corrections/queries.ts";
import { CorrectPage } from "#features/consultations/corrections/ui/correct-page.tsx";
import { getRegistered, mayEnterResponses } from "#features/consultations/register/queries.ts";
import { paperMap, stillMarking } from "#features/consultations/register/ui/paper-map.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

type Params = Readonly<Record<"consultation" | "response", string>>;

export const GET = officerPage<"consultation" | "response">((scope, { params }) => show(scope, params, null));

export const POST = officerForm<"consultation" | "response">(async (scope, { values }, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const response = await getRegistered(scope, consultationId, params.response);
  const questions = await listQuestionsOfVersion(scope, consultationId, response.version);
  const again = stillWriting(questions, values);
  if (again) return show(scope, params, { values: again, faults: [] });
  const marked = stillMarking(questions, paperMap(scope, await listAreaShapes(scope), questions), values);
  if (marked) return { ...(await show(scope, params, marked)), status: marked.faults.length > 0 ? 422 : 200 };
  const corrected = await correctResponse({ scope, at: { consultationId, engagementId: engagement.id, title: engagement.texts.title }, responseId: response.id, questions }, values);
  if (!corrected.ok) return { ...(await show(scope, params, corrected.error)), status: 422 };
  return goTo(`${consultationHome(scope, engagement.id)}/register/${response.id}?corrected=${corrected.value.state}#corrections`);
});

async function show(scope: ActorScope, params: Params, form: RefusedForm | null) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const response = await getRegistered(scope, consultationId, params.response);
  const stands = found(standingOf(response), "response");
  const [areas, questions, wards, corrections] = await Promise.all([listAreaShapes(scope), listQuestionsOfVersion(scope, consultationId, response.version), listWardNames(scope), listCorrections(scope, response.id, stands)]);
  const { corrections: t, register } = messages(locale);
  const reference = showReadableCode(response.reference);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  const back = `${list}/${response.id}`;
  return {
    title: t.title({ reference }),
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }, { href: back, text: register.one.title({ reference }) }],
    body: <CorrectPage locale={locale} reference={response.reference} once={randomId()} stands={stands} seen={response.corrections} twice={response.twice} questions={questions} map={paperMap(scope, areas, questions)} wards={wards} corrections={corrections} form={form} back={back} />,
  };
}
