import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listContestResults } from "#features/elections/results/queries.ts";
import { DeclarationInBoth } from "#features/elections/results/ui/declaration.tsx";
import { UncontestedNoticeInBoth } from "#features/elections/uncontested/ui/uncontested-notice.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election" | "contest">(async (scope, { params }) => {
  const engagement = await getElectionInView(scope, params.election);
  const result = found((await listContestResults(scope, engagement.election)).find(({ contest }) => contest.slug === params.contest), "contest");
  const { election } = engagement;
  const frame = {
    section: "results" as const,
    ...(election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: `${electionAddress(scope, params.election)}/results`, text: messages(scope.locale).elections.results.title({ election: textIn(engagement.title, scope.locale).text }) }],
  };
  if (result.withoutPoll !== null)
    return {
      ...frame,
      title: messages(scope.locale).uncontested.sheet[result.withoutPoll.outcome === "vacant" ? "vacantTitle" : "title"],
      body: <UncontestedNoticeInBoth locale={scope.locale} council={scope.council.name} election={engagement.title} contest={result.contest.name} ended={result.withoutPoll} />,
    };
  const declared = found(result.declared, "declared result");
  const poll = await getPoll(scope, result.contest.pollId);
  return {
    ...frame,
    title: messages(scope.locale).elections.sheet.title,
    body: (
      <DeclarationInBoth
        locale={scope.locale}
        council={scope.council.name}
        election={engagement.title}
        contest={result.contest.name}
        rule={election.rule}
        counted={declared}
        opensAt={poll.opensAt ?? election.at.opensAt}
        closesAt={poll.endsAt ?? election.at.closesAt}
        fingerprint={poll.fingerprint}
        declared={{ at: declared.at, by: declared.by }}
      />
    ),
  };
});
