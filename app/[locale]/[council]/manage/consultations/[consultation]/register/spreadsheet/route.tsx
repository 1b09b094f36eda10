import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { importPapers, MOST_SHEET_BYTES } from "#features/consultations/paper-sheets/actions.ts";
import { SheetPage, type SheetPageProps } from "#features/consultations/paper-sheets/ui/sheet-page.tsx";
import { mayEnterResponses } from "#features/consultations/register/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params }) => show(scope, params.consultation, EMPTY_FORM, null));

/** Reads a table. What came of it is shown at once; the file can be brought again as often as somebody likes. */
export const POST = officerForm<"consultation">(async (scope, { files }, { params, path }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const done = await importPapers(scope, consultation.id, files["file"]);
  if (!done.ok) return { ...(await show(scope, params.consultation, done.error, null)), status: 422 };
  return done.value.kept + done.value.same + done.value.refused.length === 0 ? goTo(path) : show(scope, params.consultation, EMPTY_FORM, done.value);
}, MOST_SHEET_BYTES);

async function show(scope: ActorScope, engagementId: string, form: RefusedForm, done: SheetPageProps["done"]) {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const { paperEntry, register } = messages(locale);
  const home = consultationHome(scope, engagement.id);
  return {
    title: paperEntry.sheet.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: `${home}/register`, text: register.title }],
    body: <SheetPage locale={locale} address={`${home}/register/spreadsheet`} codebook={`${home}/answers/codebook.csv`} form={form} done={done} />,
  };
}
