import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import { IDEA_STATES } from "#domain/budgeting/idea-lifecycle.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { switchCall } from "#features/budgeting/idea-calls/actions.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { ANY_IDEAS, IDEAS_ON_PAGE, listAtDesk, type WantedAtDesk } from "#features/budgeting/ideas/queries.ts";
import { IdeaDesk } from "#features/budgeting/ideas/ui/idea-desk.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => show(scope, params.vote, query, EMPTY_FORM));

export const POST = officerForm<"vote">(async (scope, form, { params, query }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const done = await switchCall(scope, vote.programme.id, form.values["call"]?.at(-1) === "open");
  if (done.ok) return goTo(`${voteHome(scope, vote.id)}/ideas?saved`);
  return { ...(await show(scope, params.vote, query, { values: form.values, faults: [{ field: "", code: done.error }] })), status: 422 };
});

async function show(scope: ActorScope, id: string, query: URLSearchParams, refused: RefusedForm) {
  const vote = await getVoteForOfficers(scope, id);
  const [call, areas] = await Promise.all([getCall(scope, vote.programme.id), listAreasToChoose(scope)]);
  const wanted: WantedAtDesk = {
    ...ANY_IDEAS,
    words: (query.get("words") ?? "").replaceAll("\u0000", "").trim().slice(0, 100),
    area: areas.find((area) => area.id === query.get("area"))?.id ?? "",
    state: ([...IDEA_STATES, "all"] as const).find((each) => each === query.get("state")) ?? "",
    sort: query.get("sort") === "supports" ? "supports" : "newest",
    page: pageAsked(query.get("page")),
    waiting: query.get("waiting") === "yes",
  };
  const list = await listAtDesk(scope, vote.programme.id, wanted);
  const home = voteHome(scope, vote.id);
  return {
    title: messages(scope.locale).ideas.desk.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame locale={scope.locale} vote={vote} home={home} publicAddress={`/${scope.locale}/${scope.council.slug}/votes/${vote.slug}`} part="ideas" now={now()}>
        <IdeaDesk
          locale={scope.locale}
          desk={`${home}/ideas`}
          publicAddress={ideasHome(scope, vote)}
          call={call}
          list={list}
          wanted={wanted}
          areas={areas}
          onPage={IDEAS_ON_PAGE}
          may={{ ask: can(scope.actor, "ideas.ask-for", null) }}
          saved={query.has("saved")}
          refused={refused}
        />
      </VoteFrame>
    ),
  };
}
