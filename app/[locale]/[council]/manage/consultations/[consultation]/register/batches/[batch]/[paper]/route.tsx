import type { RefusedForm } from "#domain/basics/fault.ts";
import { stillWriting } from "#domain/consultations/register/read-paper.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { listWardNames } from "#features/consultations/answering/queries.ts";
import { keyPaper } from "#features/consultations/paper-entry/actions.ts";
import { findDifference, getBatch, nextPaper } from "#features/consultations/paper-entry/queries.ts";
import { PaperPage } from "#features/consultations/paper-entry/ui/paper-page.tsx";
import { listEntryQuestions, mayEnterResponses } from "#features/consultations/register/queries.ts";
import { paperMap, stillMarking } from "#features/consultations/register/ui/paper-map.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

type Params = Readonly<Record<"consultation" | "batch" | "paper", string>>;

export const GET = officerPage<"consultation" | "batch" | "paper">((scope, { params }) => show(scope, params, null));

export const POST = officerForm<"consultation" | "batch" | "paper">(async (scope, { values }, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const questions = await listEntryQuestions(scope, consultationId);
  const again = stillWriting(questions, values);
  if (again) return show(scope, params, { values: again, faults: [] });
  const marked = stillMarking(questions, paperMap(scope, await listAreaShapes(scope), questions), values);
  if (marked) return { ...(await show(scope, params, marked)), status: marked.faults.length > 0 ? 422 : 200 };
  const keyed = await keyPaper({ scope, consultationId, batchId: params.batch, paper: paperIn(params), questions }, values);
  if (!keyed.ok) return { ...(await show(scope, params, keyed.error)), status: 422 };
  const home = `${consultationHome(scope, engagement.id)}/register/batches/${params.batch}`;
  const next = nextPaper(await getBatch(scope, consultationId, params.batch), paperIn(params));
  return goTo(next === null || keyed.value === "differs" ? `${home}?saved=${keyed.value}` : `${home}/${next}`);
});

const paperIn = ({ paper }: Params): number => (/^[1-9]\d{0,2}$/.test(paper) ? Number(paper) : 0);

async function show(scope: ActorScope, params: Params, form: RefusedForm | null) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const batch = await getBatch(scope, consultationId, params.batch);
  const paper = paperIn(params);
  found(batch.states.get(paper), "paper");
  const [areas, questions, wards, difference] = await Promise.all([listAreaShapes(scope), listEntryQuestions(scope, consultationId), listWardNames(scope), findDifference(scope, batch.id, paper)]);
  const { paperEntry, register } = messages(locale);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  const back = `${list}/batches/${batch.id}`;
  return {
    title: paperEntry.paper.title({ paper, papers: batch.papers }),
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }, { href: back, text: paperEntry.batch.title({ name: batch.name }) }],
    body: <PaperPage locale={locale} batch={batch} paper={paper} questions={questions} map={paperMap(scope, areas, questions)} wards={wards} difference={difference} form={form} back={back} />,
  };
}
