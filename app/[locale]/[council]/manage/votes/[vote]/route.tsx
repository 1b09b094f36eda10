import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { can } from "#domain/policy/authorise.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { sendDraft } from "#features/involvement/approval/actions.ts";
import { asDraft, getVoteForOfficers, getVoteOfBallots, listSubmissions, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { VoteTurnout } from "#features/involvement/following/ui/vote-turnout.tsx";
import { DraftOverview } from "#features/involvement/workspace/ui/draft-overview.tsx";
import { PublicOverview } from "#features/involvement/workspace/ui/public-overview.tsx";
import { deskOf, isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listTurnouts } from "#features/budgeting/programmes/queries.ts";
import { findCircle, standingIfThere } from "#features/voting/key-holders/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  const { electionId, id } = await getVoteOfBallots(scope, params.vote);
  if (electionId !== null) return goTo(electionHome(scope, id));
  return show(scope, await getVoteForOfficers(scope, params.vote), EMPTY_FORM, query.has("saved"));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const sent = await sendDraft({ scope, engagementId: params.vote }, form.values);
  if (sent.ok) return goTo(`${voteHome(scope, params.vote)}/approval`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), sent.error, false)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm, saved: boolean) {
  const { locale, council, actor } = scope;
  const t = messages(locale).workspace;
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now(), readiness: judgeReadiness(asDraft(scope, vote), now()) };
  return {
    title: textIn(vote.texts.title, locale).text,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="overview" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        {saved ? (
          <Notice kind="good" title={t.vote.saved} answers>
            {t.vote.savedMore}
          </Notice>
        ) : null}
        {isPublic(vote.state) ? (
          <PublicOverview
            {...at}
            resultsHome={`${deskOf(scope)}/results`}
            turnout={<VoteTurnout {...at} turnouts={await listTurnouts(scope, vote.programme)} />}
            may={{ close: can(actor, "poll.close", { state: "ready" }), feedback: can(actor, "engagement.give-feedback", vote), archive: can(actor, "engagement.archive", vote), codes: can(actor, "codes.see", null), checkIn: actor.roles.includes("presiding-officer") || actor.roles.includes("returning-officer"), lostKeys: can(actor, "reissue.propose", null) }}
          />
        ) : (
          <DraftOverview
            {...at}
            latest={(await listSubmissions(vote.id))[0] ?? null}
            form={form}
            maySend={can(actor, "engagement.send-for-approval", vote)}
            mayPublish={can(actor, "engagement.publish", vote)}
            mayTryRules={can(actor, "engagement.try-rules", vote)}
            maySwitchPhase={can(actor, "programme.switch-phase", vote)}
            mayShare={can(actor, "programme.withdraw-preview", vote)}
            countKey={await keyOf(scope, vote.id)}
          />
        )}
      </VoteFrame>
    ),
  };
}

async function keyOf(scope: ActorScope, engagementId: string) {
  const circle = await findCircle(scope, engagementId);
  return { circle, standing: circle ? await standingIfThere(circle.id) : null };
}
