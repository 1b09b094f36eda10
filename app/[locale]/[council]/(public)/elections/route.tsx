import { publicPage } from "#features/councils/respond.tsx";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElections } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { ElectionList } from "#features/involvement/electing/ui/election-list.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => {
  const elections = await listElections(scope, { drafts: false });
  const t = messages(scope.locale);
  return {
    title: t.elections.title,
    section: "take-part",
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}`, text: t.site.haveYourSay }],
    body: <ElectionList isPublic locale={scope.locale} elections={elections.map(({ slug, title, election }) => ({ href: electionAddress(scope, slug), title, pollingDay: election.calendar.pollingDay, stage: stageOfElection(election, now()) }))} startAddress={null} />,
  };
});
