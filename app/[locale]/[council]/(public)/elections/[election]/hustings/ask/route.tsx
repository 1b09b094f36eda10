import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { hustingsOpen } from "#domain/elections/hustings.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { ask } from "#features/elections/hustings/actions.ts";
import { listOwnQuestions } from "#features/elections/hustings/queries.ts";
import { AskPage } from "#features/elections/hustings/ui/ask-page.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM, done = false) {
  const { locale } = scope;
  const { election, title } = await getElectionInView(scope, slug);
  const home = electionAddress(scope, slug);
  const name = textIn(title, locale).text;
  const t = messages(locale).hustings;
  return {
    title: t.asking.title,
    section: "take-part" as const,
    robots: "noindex",
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [
      { href: home, text: name },
      { href: `${home}/hustings`, text: t.title },
    ],
    body: <AskPage locale={locale} kicker={name} contests={election.contests} open={hustingsOpen(stageOfElection(election, now()))} mine={await listOwnQuestions(scope, election.id)} once={randomId()} form={form} done={done} />,
  };
}

export const GET = memberPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.has("done")));

export const POST = memberForm<"election">(async (scope, { values }, { params, path }) => {
  const { election } = await getElectionInView(scope, params.election);
  const asked = await ask({ scope, electionId: election.id }, values);
  return asked.ok ? goTo(`${path}?done`) : show(scope, params.election, asked.error);
});
