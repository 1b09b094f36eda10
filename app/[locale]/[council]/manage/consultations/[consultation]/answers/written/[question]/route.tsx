import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { addTheme, changeTheme, dropTheme, saveReadings } from "#features/consultations/coding/actions.ts";
import { getWrittenQuestion, listAgreements, listThemes, listWritten, suggestFor } from "#features/consultations/coding/queries.ts";
import { WrittenAnswersPage } from "#features/consultations/coding/ui/written-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation" | "question">((scope, { params, query, path }) => show(scope, params, query, path, EMPTY_FORM));

export const POST = officerForm<"consultation" | "question">(async (scope, form, { params, query, path }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const question = await getWrittenQuestion(scope, consultation.id, params.question);
  const at = { scope, consultationId: consultation.id, questionCode: question.code };
  const acts = { add: addTheme, change: changeTheme, drop: dropTheme, read: saveReadings };
  const wanted = form.values["do"]?.[0] ?? "";
  const done = await (Object.hasOwn(acts, wanted) ? acts[wanted as keyof typeof acts] : saveReadings)(at, form.values);
  if (!done.ok) return { ...(await show(scope, params, query, path, done.error)), status: 422 };
  const tail = query.toString();
  return goTo(`${path}${tail === "" ? "" : `?${tail}`}#${wanted === "read" ? "answers" : "themes"}`);
});

async function show(scope: ActorScope, params: { readonly consultation: string; readonly question: string }, query: URLSearchParams, address: string, form: RefusedForm) {
  const { locale, council, actor } = scope;
  mayAnalyse(scope);
  const { id, consultation } = await getConsultationForOfficers(scope, params.consultation);
  const question = await getWrittenQuestion(scope, consultation.id, params.question);
  const page = pageAsked(query.get("page"));
  const [unread, words] = [query.get("show") === "unread", (query.get("q") ?? "").slice(0, 200).replaceAll("\u0000", "")];
  const [frame, agreements, suggestions, written] = await Promise.all([
    listThemes(scope, consultation.id, question.code),
    listAgreements(scope, consultation.id, question.code),
    suggestFor(scope, consultation.id, question.code),
    listWritten(scope, consultation.id, question.code, { readerId: actor.personId, page, unread, words }),
  ]);
  return {
    title: messages(locale).coding.themes,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/consultations/${id}/answers`, text: messages(locale).analysis.title }],
    query: query.toString(),
    body: <WrittenAnswersPage locale={locale} welsh={council.welsh} question={question} address={address} form={form} frame={frame} agreements={agreements} suggestions={suggestions} written={written} page={page} unread={unread} words={words} />,
  };
}
