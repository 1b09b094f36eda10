import { textIn } from "#domain/basics/bilingual.ts";
import { adviseOnBallot } from "#domain/budgeting/ballot-advice.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { votersFrom } from "#features/involvement/shortlisting/queries.ts";
import { AdvicePage } from "#features/involvement/shortlisting/ui/shortlist-page.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  const { locale } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  authorise(scope, "engagement.see-draft", vote);
  const { ballotKind, maxChoices } = vote.programme.ballot;
  const voters = votersFrom(query);
  const most = ballotKind === "single-choice" ? 1 : ballotKind === "first-and-second" ? 2 : maxChoices;
  const ranked = ["ranked", "first-and-second", "cumulative", "score"].includes(ballotKind);
  const pots = vote.programme.pots.map(({ id, name, projects }) => ({
    id,
    name: textIn(name, locale).text,
    options: projects.length,
    voters,
    advice: adviseOnBallot({ options: projects.length, mostChoices: most, voters, ranked }),
  }));
  return { title: messages(locale).shortlisting.adviceTitle, crumbs: voteCrumbs(scope, vote), body: <AdvicePage locale={locale} vote={vote} pots={pots} home={voteHome(scope, vote.id)} voters={voters} /> };
});
