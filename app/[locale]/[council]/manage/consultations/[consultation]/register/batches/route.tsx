import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { openBatch } from "#features/consultations/paper-entry/actions.ts";
import { listBatches } from "#features/consultations/paper-entry/queries.ts";
import { BatchesPage } from "#features/consultations/paper-entry/ui/batches-page.tsx";
import { mayEnterResponses } from "#features/consultations/register/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params }) => show(scope, params.consultation, EMPTY_FORM));

export const POST = officerForm<"consultation">(async (scope, { values }, { params, path }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const opened = await openBatch({ scope, consultationId: consultation.id }, values);
  return opened.ok ? goTo(path) : { ...(await show(scope, params.consultation, opened.error)), status: 422 };
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const { paperEntry, register } = messages(locale);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  return {
    title: paperEntry.batches.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }],
    body: <BatchesPage locale={locale} address={`${list}/batches`} batches={await listBatches(scope, engagement.consultation.id)} form={form} />,
  };
}
