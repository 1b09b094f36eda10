import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { hustingsOpen } from "#domain/elections/hustings.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { answer } from "#features/elections/hustings/actions.ts";
import { listQuestionsToAnswer } from "#features/elections/hustings/queries.ts";
import { AnswerPage } from "#features/elections/hustings/ui/ask-page.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { standFrame } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM, done = false) {
  const { locale } = scope;
  const { election, title } = await getElectionInView(scope, slug);
  return {
    ...standFrame(scope, { slug, title }),
    title: messages(locale).hustings.answering.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: <AnswerPage locale={locale} kicker={textIn(title, locale).text} questions={await listQuestionsToAnswer(scope, election.id)} open={hustingsOpen(stageOfElection(election, now()))} form={form} done={done} />,
  };
}

export const GET = memberPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.has("done")));

export const POST = memberForm<"election">(async (scope, { values }, { params, path }) => {
  const { election } = await getElectionInView(scope, params.election);
  const answered = await answer({ scope, electionId: election.id }, values);
  return answered.ok ? goTo(`${path}?done`) : show(scope, params.election, answered.error);
});
