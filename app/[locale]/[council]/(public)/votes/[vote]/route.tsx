import { goTo, publicPage } from "#features/councils/respond.tsx";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { getEngagement } from "#features/involvement/queries.ts";
import { VoteHero, VoteInformation } from "#features/involvement/ui/vote-information.tsx";
import { textIn } from "#domain/basics/bilingual.ts";
import { getVoteInformation } from "#features/involvement/vote-information/queries.ts";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { listPoolsFeeding } from "#features/partnerships/pooled-budgets/queries.ts";
import { FromPools } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getEngagement(scope, params.vote);
  if (engagement.electionId !== null) return goTo(electionAddress(scope, engagement.slug));
  const [information, strands, feeding] = await Promise.all([getVoteInformation(scope, engagement), listThread(scope, { kind: "engagement", id: engagement.id }), engagement.programmeId === null ? [] : listPoolsFeeding(scope, engagement.programmeId)]);
  const home = `/${locale}/${council.slug}`;
  const props = { ...information, locale, home, now: now(), fromPools: <FromPools locale={locale} home={home} feeding={feeding} />, thread: <ThreadSection locale={locale} home={home} strands={strands} /> };
  return {
    title: textIn(engagement.title, locale).text,
    section: "take-part",
    description: textIn(engagement.summary, locale).text,
    hero: <VoteHero {...props} />,
    body: <VoteInformation {...props} />,
  };
});
