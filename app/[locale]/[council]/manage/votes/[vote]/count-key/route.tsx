import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveKeyHolders } from "#features/involvement/approval/actions.ts";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { isPublic, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { findCircle, standingIfThere } from "#features/voting/key-holders/queries.ts";
import { HoldersPage } from "#features/voting/key-holders/ui/holders-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, EMPTY_FORM, query.has("saved")));

export const POST = officerForm<"vote">(async (scope, { values }, { params, path }) => {
  const saved = await saveKeyHolders({ scope, engagementId: params.vote }, values);
  return saved.ok ? goTo(`${path}?saved`) : show(scope, params.vote, saved.error, false);
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm, saved: boolean) {
  const { locale, actor } = scope;
  const vote = await getVoteOfBallots(scope, engagementId);
  const circle = await findCircle(scope, vote.id);
  return {
    title: messages(locale).keyHolders.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <HoldersPage
        locale={locale}
        circle={circle}
        standing={circle ? await standingIfThere(circle.id) : null}
        form={form}
        may={isPublic(vote.state) ? "locked" : can(actor, "engagement.hold-key", vote) ? "choose" : "not-theirs"}
        saved={saved}
        home={voteHome(scope, vote.id)}
        back={messages(locale).drafting.back}
      />
    ),
  };
}
