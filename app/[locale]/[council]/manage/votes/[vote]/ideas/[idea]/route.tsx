import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { DESK_ACTS } from "#features/budgeting/ideas/actions.ts";
import { getIdea, listModeration, listSimilar } from "#features/budgeting/ideas/queries.ts";
import { IdeaAtDeskPage } from "#features/budgeting/ideas/ui/idea-desk.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { listCalls, numberOf } from "#features/involvement/ideas/queries.ts";
import { ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "idea">(async (scope, { params, query }) => show(scope, params, null, query.has("saved")));

export const POST = officerForm<"vote" | "idea">(async (scope, form, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const idea = await getIdea(scope, vote.programme.id, numberOf(params.idea), null);
  const act = form.values["do"]?.at(-1) ?? "";
  const done = await found(entryOf(DESK_ACTS, act), "act")({ scope, programmeId: vote.programme.id, number: idea.number, ideaId: idea.id }, form.values);
  if (done.ok) return goTo(`${voteHome(scope, vote.id)}/ideas/${idea.number}?saved`);
  // Each form of the page has fields of its own: what is wrong leads to the one that was sent.
  const refused = { values: done.error.values, faults: done.error.faults };
  return { ...(await show(scope, params, { act, form: refused }, false)), status: 422 };
});

async function show(scope: ActorScope, params: { readonly vote: string; readonly idea: string }, refused: { readonly act: string; readonly form: RefusedForm } | null, saved: boolean) {
  const vote = await getVoteForOfficers(scope, params.vote);
  const idea = await getIdea(scope, vote.programme.id, numberOf(params.idea), null);
  const [call, log, similar, copyTo] = await Promise.all([
    getCall(scope, vote.programme.id),
    listModeration(scope, vote.programme.id, idea.number),
    listSimilar(scope, vote.programme.id, { title: idea.title[idea.writtenIn], text: idea.text[idea.writtenIn] }, idea.number),
    listCalls(scope),
  ]);
  const home = voteHome(scope, vote.id);
  const desk = `${home}/ideas`;
  const { actor } = scope;
  return {
    title: textIn(idea.title, scope.locale).text,
    crumbs: [...voteCrumbs(scope), { href: desk, text: messages(scope.locale).ideas.title }],
    body: (
      <VoteFrame locale={scope.locale} vote={vote} home={home} publicAddress={`/${scope.locale}/${scope.council.slug}/votes/${vote.slug}`} part="ideas" now={now()}>
        <IdeaAtDeskPage
          locale={scope.locale}
          desk={desk}
          publicAddress={ideasHome(scope, vote)}
          idea={idea}
          form={call.form}
          log={log}
          similar={similar}
          copyTo={copyTo}
          once={randomId()}
          tie={can(actor, "thread.link", null) ? `/${scope.locale}/${scope.council.slug}/manage/thread?from=idea:${idea.id}#tie` : null}
          may={{
            move: can(actor, "ideas.move", null),
            join: can(actor, "ideas.join", null),
            moderate: can(actor, "ideas.moderate", null),
            answerAppeal: can(actor, "ideas.answer-appeal", { writtenBy: idea.mine.author ? actor.personId : null, removedBy: idea.removal?.removedBy ?? null }),
          }}
          welsh={scope.council.welsh}
          refused={refused}
          saved={saved}
        />
      </VoteFrame>
    ),
  };
}
