import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { electorateFrom } from "#domain/eligibility/electorate-terms.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { namesOfElections } from "#features/elections/names/queries.ts";
import { candidateNote } from "#features/elections/ui/candidate-note.ts";
import { listCandidates } from "#features/elections/nominations/queries.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { electorateInWords } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { ElectionHero, ElectionPage } from "#features/involvement/electing/ui/election-page.tsx";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getElectionInView(scope, params.election);
  const { election } = engagement;
  const [candidates, names] = await Promise.all([listCandidates(scope, election.contests.map(({ id }) => id)), namesOfElections(scope, election)]);
  const at = now();
  const props = {
    locale,
    home: `/${locale}/${council.slug}`,
    address: electionAddress(scope, params.election),
    engagement,
    stage: stageOfElection(election, at),
    today: londonDay(at),
    who: electorateInWords(locale, electorateFrom(election.electorate, []), names).sentence,
    candidates,
    noteOf: candidateNote,
  };
  return {
    title: textIn(engagement.title, locale).text,
    section: "take-part",
    description: textIn(engagement.summary, locale).text,
    // The page names children who stand: search engines keep it only where the programme decided so.
    ...(election.indexed ? {} : { robots: "noindex" }),
    hero: <ElectionHero {...props} />,
    body: <ElectionPage {...props} />,
  };
});
