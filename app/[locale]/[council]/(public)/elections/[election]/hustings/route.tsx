import { textIn } from "#domain/basics/bilingual.ts";
import { hustingsOpen } from "#domain/elections/hustings.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listEvents, listShownQuestions } from "#features/elections/hustings/queries.ts";
import { HustingsPage } from "#features/elections/hustings/ui/hustings-page.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { election, title } = await getElectionInView(scope, params.election);
  const home = electionAddress(scope, params.election);
  const name = textIn(title, locale).text;
  const [events, questions] = await Promise.all([listEvents(scope, election.id), listShownQuestions(scope, election.id, election.contests.map(({ id }) => id))]);
  const slugOf = (contestId: string): string => election.contests.find(({ id }) => id === contestId)?.slug ?? "";
  return {
    title: `${messages(locale).hustings.title}: ${name}`,
    section: "take-part",
    // It names children who stand.
    ...(election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: home, text: name }],
    body: (
      <HustingsPage
        locale={locale}
        kicker={name}
        address={`${home}/hustings`}
        candidateAddress={(contestId, number) => `${home}/candidates/${slugOf(contestId)}/${String(number)}`}
        contests={election.contests}
        events={events}
        questions={questions}
        open={hustingsOpen(stageOfElection(election, now()))}
        removed={election.removedAt !== null}
        phone={council.contactPhone}
      />
    ),
  };
});
