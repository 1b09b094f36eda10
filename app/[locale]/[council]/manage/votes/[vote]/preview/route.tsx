import { textIn } from "#domain/basics/bilingual.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getEngagementById } from "#features/involvement/queries.ts";
import { VoteHero, VoteInformation } from "#features/involvement/ui/vote-information.tsx";
import { getVoteInformation } from "#features/involvement/vote-information/queries.ts";
import { PreviewBanner } from "#features/involvement/workspace/ui/preview-banner.tsx";
import { voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const information = await getVoteInformation(scope, await getEngagementById(scope, vote.id));
  const props = { ...information, locale, home: `/${locale}/${council.slug}`, now: now(), thread: null, previewedAt: `${voteHome(scope, vote.id)}/preview` };
  return {
    layout: "public",
    title: messages(locale).workspace.preview.title({ title: textIn(vote.texts.title, locale).text }),
    section: "take-part",
    robots: "noindex",
    hero: <VoteHero {...props} />,
    body: (
      <>
        <PreviewBanner locale={locale} vote={vote} home={voteHome(scope, vote.id)} shown="page" />
        <VoteInformation {...props} />
      </>
    ),
  };
});
