import { textIn } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, potIn } from "#features/involvement/drafting/queries.ts";
import { PreviewBanner } from "#features/involvement/workspace/ui/preview-banner.tsx";
import { voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { ballotPage } from "#features/voting/assisted/ui/ballot-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** The ballot of a pot exactly as voters will see it, made from the draft: nothing of it is kept and it casts nothing. */
export const GET = officerPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const t = messages(locale).workspace.preview;
  const vote = await getVoteForOfficers(scope, params.vote);
  const pot = potIn(vote, params.pot);
  const { ballotKind, minChoices, maxChoices, pointsTotal, pointsMost } = vote.programme.ballot;
  const banner = <PreviewBanner locale={locale} vote={vote} home={voteHome(scope, vote.id)} shown={pot.id} />;
  const title = t.title({ title: textIn(pot.name, locale).text });
  const plain = { layout: "task" as const, robots: "noindex", title };
  if (pot.projects.length === 0) return { ...plain, body: <>{banner}<EmptyState level={2} title={t.noProjects} /></> };

  const atHand = { slug: pot.slug, name: pot.name, pollId: pot.pollId, potId: pot.id, holds: "projects" as const, areaId: pot.areaId };
  const { id, slug, texts, opensAt, closesAt, resultsAt } = vote;
  const ballot = ballotPage({
    locale,
    council,
    vote: { id, slug, title: texts.title, opensAt, closesAt, resultsAt, resultsOut: false, ballots: [atHand], withoutVote: [] },
    ballot: atHand,
    paper: {
      pollId: pot.pollId,
      kind: ballotKind,
      question: pot.name,
      minChoices,
      maxChoices,
      budgetPence: pot.amountPence,
      pointsTotal,
      pointsMost,
      electorateId: "",
      opensAt: opensAt ?? now(),
      closesAt: closesAt ?? now(),
      fingerprint: "preview",
      seed: "preview",
      options: pot.projects.map(({ id: subjectId, number, title: name, costPence, reference }) => ({ number, subjectId, title: name, costPence, reference })),
    },
    subjects: new Map(pot.projects.map((project) => [project.number, project])),
    marks: [],
    voter: "preview",
    faults: [],
    changing: false,
    previewedAt: `${voteHome(scope, vote.id)}/preview`,
  });
  return { ...plain, body: <>{banner}{ballot.body}</> };
});
