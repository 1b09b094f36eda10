import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { listPublishedTurnout } from "#features/elections/schools/queries.ts";
import { PublicTurnout } from "#features/elections/schools/ui/turnout-tables.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election">(async (scope, { params }) => {
  const { locale } = scope;
  const { election, engagementId, title } = await getElectionInView(scope, params.election);
  const declared = stageOfElection(election, now()) === "declared";
  const turnout = declared ? ((await listPublishedTurnout(scope, [{ electionId: election.id, voteId: engagementId, pollIds: election.contests.map(({ pollId }) => pollId) }])).get(election.id) ?? null) : null;
  const name = textIn(title, locale).text;
  return {
    title: messages(locale).schools.public.title({ election: name }),
    section: "results",
    crumbs: [{ href: electionAddress(scope, params.election), text: name }],
    body: <PublicTurnout locale={locale} election={title} turnout={turnout} />,
  };
});
