import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { MOST_SCAN_MEGABYTES, SCAN_CODE } from "#domain/consultations/response.ts";
import { stillWriting } from "#domain/consultations/register/read-paper.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { enterResponse } from "#features/consultations/register/actions.ts";
import { listEntryQuestions, mayEnterResponses } from "#features/consultations/register/queries.ts";
import { EnterPage } from "#features/consultations/register/ui/enter-page.tsx";
import { paperMap, stillMarking } from "#features/consultations/register/ui/paper-map.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

/** Of a form with a scan. */
const MOST_BYTES = (MOST_SCAN_MEGABYTES + 1) * 1_048_576;

export const GET = officerPage<"consultation">((scope, { params }) => show(scope, params.consultation, EMPTY_FORM));

export const POST = officerForm<"consultation">(async (scope, { values, files }, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const { id: consultationId } = engagement.consultation;
  const at = { consultationId, engagementId: engagement.id, title: engagement.texts.title };
  const questions = await listEntryQuestions(scope, consultationId);
  const again = stillWriting(questions, values);
  if (again) return show(scope, params.consultation, { values: again, faults: [] });
  const marked = stillMarking(questions, paperMap(scope, await listAreaShapes(scope), questions), values);
  if (marked) return { ...(await show(scope, params.consultation, marked)), status: marked.faults.length > 0 ? 422 : 200 };
  const entered = await enterResponse({ scope, at, questions }, values, files[SCAN_CODE]);
  if (!entered.ok) return { ...(await show(scope, params.consultation, entered.error)), status: 422 };
  return goTo(`${consultationHome(scope, engagement.id)}/register/${entered.value.responseId}?entered`);
}, MOST_BYTES);

async function show(scope: ActorScope, engagementId: string, form: RefusedForm) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const [areas, questions] = await Promise.all([listAreaShapes(scope), listEntryQuestions(scope, engagement.consultation.id)]);
  const t = messages(locale).register;
  return {
    title: t.add.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: `${consultationHome(scope, engagement.id)}/register`, text: t.title }],
    body: <EnterPage locale={locale} once={randomId()} questions={questions} map={paperMap(scope, areas, questions)} form={form} />,
  };
}
