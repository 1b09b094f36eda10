import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { sendAnnouncement } from "#features/involvement/announcing/actions.ts";
import { getAnnouncement } from "#features/involvement/announcing/queries.ts";
import { AnnouncementPage } from "#features/involvement/announcing/ui/announcement-page.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const sent = await sendAnnouncement({ scope, engagementId: params.vote }, form.values);
  if (sent.ok) return goTo(`${voteHome(scope, params.vote)}/announcement?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), sent.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const t = messages(locale).announcing;
  const { pots } = vote.programme;
  const publicAddress = `/${locale}/${council.slug}/votes/${vote.slug}`;
  const { outcomes, letters, onList, round, proposers } = await getAnnouncement(scope, vote);
  const declared = pots.filter(({ pollId }) => outcomes.get(pollId)?.declared);
  return {
    title: t.title,
    crumbs: voteCrumbs(scope),
    // While letters go out the page looks again by itself.
    headers: round !== null && round.finishedAt === null ? { Refresh: "3" } : {},
    body: (
      <VoteFrame locale={locale} vote={vote} home={voteHome(scope, vote.id)} publicAddress={publicAddress} part="announcement" now={now()}>
        <AnnouncementPage
          locale={locale}
          welsh={council.welsh}
          letters={letters}
          onList={onList}
          proposers={proposers}
          round={round}
          form={form}
          maySend={can(actor, "engagement.give-feedback", vote) && declared.length === pots.length}
          results={{
            press: `${publicAddress}/press-sheet`,
            embeds: declared.map(({ slug, name }) => {
              const href = `${env().BASE_URL}/${locale}/${council.slug}/embed/results/${vote.slug}/${slug}`;
              const shown = textIn(name, locale).text;
              return { name: shown, href, json: `${publicAddress}/results/${slug}/result.json`, snippet: `<iframe src="${href}" title="${t.embed.frame({ vote: textIn(vote.texts.title, locale).text, pot: shown }).replaceAll('"', "&quot;")}" width="100%" height="640" loading="lazy" style="border:0"></iframe>` };
            }),
          }}
        />
      </VoteFrame>
    ),
  };
}
