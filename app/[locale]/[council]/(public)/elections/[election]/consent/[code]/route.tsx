import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { answerAsParent } from "#features/elections/nominations/actions.ts";
import { findConsentAsked } from "#features/elections/nominations/queries.ts";
import { ConsentPage, UnknownCode } from "#features/elections/nominations/ui/by-code-pages.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const LENGTH = 12;

async function show(scope: PublicScope, slug: string, code: string, refused: boolean, form: RefusedForm = EMPTY_FORM) {
  const { locale } = scope;
  const engagement = await getElectionInView(scope, slug);
  const asked = await findConsentAsked(scope, engagement.election.id, readReadableCode(code, LENGTH) ?? "");
  const page = { robots: "noindex", layout: "task" as const };
  const election = textIn(engagement.title, locale).text;
  if (!asked) return { ...page, title: election, status: 404, body: <UnknownCode locale={locale} words="consent" /> };
  return {
    ...page,
    title: messages(locale).nominations.consent.title({ candidate: asked.givenName }),
    status: form.faults.length > 0 ? 422 : 200,
    body: <ConsentPage locale={locale} election={election} asked={asked} removedOn={format(locale).longDate(engagement.election.calendar.removedOn)} refused={refused} form={form} />,
  };
}

export const GET = publicPage<"election" | "code">((scope, { params, query }) => show(scope, params.election, params.code, query.has("refused")));

export const POST = publicForm<"election" | "code">(async (scope, { values }, { params, path, request }) => {
  const { election } = await getElectionInView(scope, params.election);
  const answer = await answerAsParent({ scope, request, electionId: election.id, code: readReadableCode(params.code, LENGTH) ?? "" }, values);
  return answer.ok ? goTo(values["answer"]?.at(-1) === "no" ? `${path}?refused` : path) : show(scope, params.election, params.code, false, answer.error);
});
