import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { answerChange, proposeChange } from "#features/involvement/amendments/actions.ts";
import { listAmendments } from "#features/involvement/amendments/queries.ts";
import { AmendmentsPage } from "#features/involvement/amendments/ui/amendments.tsx";
import { isPublic, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, EMPTY_FORM, query.has("proposed")));

export const POST = officerForm<"vote">(async (scope, { values }, { params, path }) => {
  const at = { scope, engagementId: params.vote };
  if (values["act"]?.[0] === "answer") {
    const answered = await answerChange(at, values);
    return answered.ok ? goTo(path) : show(scope, params.vote, { ...answered.error, values: {} }, false);
  }
  const proposed = await proposeChange(at, values);
  return proposed.ok ? goTo(`${path}?proposed`) : show(scope, params.vote, proposed.error, false);
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm, proposed: boolean) {
  const { locale, council, actor } = scope;
  const vote = await getVoteForOfficers(scope, engagementId);
  if (!isPublic(vote.state)) return goTo(voteHome(scope, vote.id));
  return {
    title: messages(locale).amendments.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <AmendmentsPage
        locale={locale}
        welsh={council.welsh}
        amendments={await listAmendments(scope, vote.id)}
        form={form}
        once={randomId()}
        personId={actor.personId}
        open={vote.state === "published" && vote.closesAt !== null && vote.closesAt > now()}
        mayPropose={can(actor, "amendment.propose", vote)}
        mayDecide={can(actor, "amendment.decide", vote)}
        proposed={proposed}
      />
    ),
  };
}
