import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { confirmForVoter, proposeForVoter } from "#features/voting/reissues/actions.ts";
import { listReissues } from "#features/voting/reissues/queries.ts";
import { LostKeysDesk } from "#features/voting/reissues/ui/lost-keys-desk.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params }) => show(scope, params.vote, EMPTY_FORM));

export const POST = officerForm<"vote">(async (scope, { values }, { params, path }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  const at = { scope, pollIds: vote.ballots.map(({ pollId }) => pollId) };
  const done = values["act"]?.[0] === "confirm" ? await confirmForVoter({ ...at, title: vote.texts.title, address: `votes/${vote.slug}/start` }, values) : await proposeForVoter(at, values);
  return done.ok ? goTo(path) : show(scope, params.vote, done.error);
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm) {
  const { locale, actor } = scope;
  const vote = await getVoteOfBallots(scope, engagementId);
  const names = new Map(vote.ballots.map(({ pollId, name }) => [pollId, textIn(name, locale).text]));
  const requests = await listReissues(scope, [...names.keys()]);
  return {
    title: messages(locale).reissues.desk.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: voteCrumbs(scope, vote),
    body: <LostKeysDesk locale={locale} requests={requests.map((request) => ({ ...request, ballot: names.get(request.pollId) ?? "" }))} form={form} personId={actor.personId} />,
  };
}
