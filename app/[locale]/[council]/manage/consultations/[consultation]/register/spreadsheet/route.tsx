import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { takePaperSheet } from "#features/consultations/paper-sheets/actions.ts";
import { listPaperImports } from "#features/consultations/paper-sheets/queries.ts";
import { SheetPage } from "#features/consultations/paper-sheets/ui/sheet-page.tsx";
import { mayEnterResponses } from "#features/consultations/register/queries.ts";
import { goTo, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params }) => show(scope, params.consultation, EMPTY_FORM));

/** Takes a table as it arrives; a job reads it, first for a trial. */
export const POST = officerPage<"consultation">(async (scope, { params, request }) => {
  const { id: engagementId, consultation } = await getConsultationForOfficers(scope, params.consultation);
  const taken = await takePaperSheet(scope, { consultationId: consultation.id, engagementId }, request);
  if (!taken.ok) return { ...(await show(scope, params.consultation, taken.error)), status: 422 };
  return goTo(`/${scope.locale}/${scope.council.slug}/manage/imports/${taken.value.importId}`);
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const { paperEntry, register } = messages(locale);
  const home = consultationHome(scope, engagement.id);
  return {
    title: paperEntry.sheet.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: `${home}/register`, text: register.title }],
    body: (
      <SheetPage
        locale={locale}
        council={scope.council.slug}
        address={`${home}/register/spreadsheet`}
        codebook={`${home}/answers/codebook.csv`}
        once={randomId()}
        form={form}
        before={await listPaperImports(scope, engagement.consultation.id)}
      />
    ),
  };
}
