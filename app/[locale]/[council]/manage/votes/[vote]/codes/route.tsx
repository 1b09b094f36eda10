import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { endAlarm } from "#features/voting/access-codes/actions.ts";
import { lookUpInput } from "#features/voting/access-codes/input.ts";
import { findCode, listBatches, watchCodes } from "#features/voting/access-codes/queries.ts";
import { Batches } from "#features/voting/access-codes/ui/batches.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

interface Shown {
  readonly search?: RefusedForm;
  readonly alarm?: RefusedForm;
  readonly notFound?: string;
}

async function show(scope: ActorScope, voteId: string, { search = EMPTY_FORM, alarm = EMPTY_FORM, notFound }: Shown = {}) {
  const { locale, council, actor } = scope;
  const vote = await getVoteOfBallots(scope, voteId);
  const home = voteHome(scope, vote.id);
  const { publishedAt, state } = vote;
  return {
    title: messages(locale).accessCodes.desk.title,
    status: search.faults.length + alarm.faults.length > 0 ? 422 : 200,
    crumbs: vote.electionId === null ? voteCrumbs(scope) : voteCrumbs(scope, vote),
    body: (
      <VoteFrame locale={locale} vote={vote} home={home} now={now()} part="codes" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <Batches
          locale={locale}
          home={`${home}/codes`}
          batches={await listBatches(scope, vote.id)}
          watch={await watchCodes(scope, vote.id)}
          may={{ make: can(actor, "codes.make", null), closeAlarm: can(actor, "codes.revoke", null) }}
          noMore={publishedAt === null ? "draft" : state === "published" ? null : "over"}
          search={search}
          alarm={alarm}
          notFound={notFound ?? null}
        />
      </VoteFrame>
    ),
  };
}

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  const lookUp = query.get("lookUp");
  if (lookUp === null) return show(scope, params.vote);
  const values = { lookUp: [lookUp] };
  const asked = lookUpInput(values);
  if (!asked.ok) return show(scope, params.vote, { search: { values, faults: asked.error } });
  const vote = await getVoteOfBallots(scope, params.vote);
  const code = await findCode(scope, vote.id, asked.value.lookUp);
  if (code === null) return show(scope, vote.id, { search: { values, faults: [] }, notFound: asked.value.lookUp });
  return goTo(`${voteHome(scope, vote.id)}/codes/${code.batchId}/${code.id}`);
});

export const POST = officerForm<"vote">(async (scope, form, { params, path }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  if (typed({ values: form.values, faults: [] }, "intent") !== "close-alarm") return goTo(path);
  const ended = await endAlarm({ scope, voteId: vote.id }, form.values);
  return ended.ok ? goTo(path) : show(scope, vote.id, { alarm: ended.error });
});
