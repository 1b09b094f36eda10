import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { answerAsNominator } from "#features/elections/nominations/actions.ts";
import { findAsked } from "#features/elections/nominations/queries.ts";
import { NominatorPage, UnknownCode } from "#features/elections/nominations/ui/by-code-pages.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const LENGTH = 12;

async function show(scope: PublicScope, slug: string, code: string, form: RefusedForm = EMPTY_FORM) {
  const engagement = await getElectionInView(scope, slug);
  const asked = await findAsked(scope, engagement.election.id, readReadableCode(code, LENGTH) ?? "");
  const t = messages(scope.locale).nominations.nominate;
  const page = { robots: "noindex", layout: "task" as const };
  if (!asked) return { ...page, title: textIn(engagement.title, scope.locale).text, status: 404, body: <UnknownCode locale={scope.locale} words="nominate" /> };
  return { ...page, title: t.title({ candidate: asked.candidate }), status: form.faults.length > 0 ? 422 : 200, body: <NominatorPage locale={scope.locale} election={textIn(engagement.title, scope.locale).text} asked={asked} form={form} /> };
}

export const GET = publicPage<"election" | "code">((scope, { params }) => show(scope, params.election, params.code));

export const POST = publicForm<"election" | "code">(async (scope, { values }, { params, path, request }) => {
  const { election } = await getElectionInView(scope, params.election);
  const answer = await answerAsNominator({ scope, request, electionId: election.id, code: readReadableCode(params.code, LENGTH) ?? "" }, values);
  return answer.ok ? goTo(path) : show(scope, params.election, params.code, answer.error);
});
