import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElections } from "#features/involvement/electing/queries.ts";
import { electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { ElectionList } from "#features/involvement/electing/ui/election-list.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const elections = await listElections(scope, { drafts: true });
  return {
    title: messages(scope.locale).elections.desk.title,
    body: (
      <ElectionList
        locale={scope.locale}
        elections={elections.map(({ engagementId, title, election }) => ({ href: electionHome(scope, engagementId), title, pollingDay: election.calendar.pollingDay, stage: stageOfElection(election, now()) }))}
        startAddress={can(scope.actor, "election.create", null) ? `/${scope.locale}/${scope.council.slug}/manage/elections/new` : null}
        earlierAddress={can(scope.actor, "election.enter-turnout", null) ? `/${scope.locale}/${scope.council.slug}/manage/elections/earlier` : null}
      />
    ),
  };
});
