import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { found } from "#domain/policy/access-error.ts";
import { ProjectPage } from "#features/budgeting/ui/project-page.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PreviewBanner } from "#features/involvement/workspace/ui/preview-banner.tsx";
import { voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** The page of one project as residents will see it, made from the draft. */
export const GET = officerPage<"vote" | "pot" | "project">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const pot = found(
    vote.programme.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const project = found(
    pot.projects.find(({ slug }) => slug === params.project),
    "project",
  );
  return {
    layout: "public",
    title: messages(locale).workspace.preview.title({ title: textIn(project.title, locale).text }),
    section: "take-part",
    robots: "noindex",
    body: (
      <>
        <PreviewBanner locale={locale} vote={vote} home={voteHome(scope, vote.id)} shown="project" />
        <ProjectPage
          locale={locale}
          voteAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}
          pot={pot}
          project={project}
          open={false}
          declared={false}
          delivery={null}
          votedOn={null}
          today={londonDay(now())}
          thread={null}
        />
      </>
    ),
  };
});
