import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { getDelivery } from "#features/budgeting/delivery/queries.ts";
import { getProject } from "#features/budgeting/projects/queries.ts";
import { ProjectPage } from "#features/budgeting/ui/project-page.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { findPromiseOfIdea } from "#features/involvement/promises/queries.ts";
import { BeganAsPromise } from "#features/involvement/promises/ui/promises-page.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote" | "pot" | "project">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const project = await getProject(scope, pot.id, params.project);
  const funded = project.state === "funded" || project.state === "delivered";
  const delivery = funded ? await getDelivery(scope, project.id) : null;
  const strands = await listThread(scope, { kind: "project", id: project.id });
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const stands = standing(vote, now());
  return {
    title: textIn(project.title, locale).text,
    section: "take-part",
    description: textIn(project.summary, locale).text,
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: voteAddress, text: textIn(vote.title, locale).text },
    ],
    body: (
      <ProjectPage
        locale={locale}
        voteAddress={voteAddress}
        pot={pot}
        project={project}
        open={stands === "open" || stands === "closing-soon"}
        declared={stands === "results" || stands === "we-did"}
        delivery={delivery}
        votedOn={vote.closesAt}
        today={londonDay(now())}
        thread={
          <>
            <BeganAsPromise locale={locale} home={home} promise={await findPromiseOfIdea(scope, project.id)} />
            <ThreadSection locale={locale} home={home} strands={strands} />
          </>
        }
      />
    ),
  };
});
