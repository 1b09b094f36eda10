import { textIn } from "#domain/basics/bilingual.ts";
import type { ThreadEnd } from "#domain/golden-thread/thread.ts";
import { found } from "#domain/policy/access-error.ts";
import { findSignedIn } from "#features/accounts/session.ts";
import { getIdea, mayRead } from "#features/budgeting/ideas/queries.ts";
import { DONE, IdeaPage, NotShown } from "#features/budgeting/ideas/ui/idea-page.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listThreads } from "#features/golden-thread/queries.ts";
import { WhatBecame } from "#features/golden-thread/ui/golden-threads.tsx";
import { getVoteWithIdeas, numberOf } from "#features/involvement/ideas/queries.ts";
import { findPromiseOfIdea } from "#features/involvement/promises/queries.ts";
import { BeganAsPromise } from "#features/involvement/promises/ui/promises-page.tsx";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote" | "idea">(async (scope, { params, query, request }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const idea = await getIdea(scope, vote.programmeId, numberOf(params.idea), await findSignedIn(request));
  const home = ideasHome(scope, vote);
  const t = messages(scope.locale).ideas;
  if (!mayRead(idea)) {
    // What waits to be read was never public, and is not told of.
    found(idea.sight === "waiting" ? undefined : idea, "idea");
    return { title: t.number({ number: idea.number }), status: 410, section: "take-part", robots: "noindex", crumbs: ideasCrumbs(scope, vote), body: <NotShown locale={scope.locale} home={home} idea={idea} /> };
  }
  const council = `/${scope.locale}/${scope.council.slug}`;
  const votes = `${council}/votes`;
  // An idea that lives on in others has become what they became.
  const lives: readonly ThreadEnd[] = [
    ...[idea, ...(idea.mergedInto === null ? [] : [idea.mergedInto]), ...idea.related.filter(({ way }) => way === "to")].map(({ id }) => ({ kind: "idea" as const, id })),
    ...(idea.project === null ? [] : [{ kind: "project" as const, id: idea.project.id }]),
  ];
  const thread = <WhatBecame locale={scope.locale} home={council} strands={await listThreads(scope, lives)} own={idea.mine.author || idea.mine.signed} />;
  const origin = <BeganAsPromise locale={scope.locale} home={council} promise={await findPromiseOfIdea(scope, idea.id)} />;
  return {
    title: textIn(idea.title, scope.locale).text,
    section: "take-part",
    description: textIn(idea.text, scope.locale).text.slice(0, 200),
    ...(idea.sight === "shown" ? {} : { robots: "noindex" }),
    crumbs: ideasCrumbs(scope, vote),
    body: <IdeaPage locale={scope.locale} home={home} votes={votes} vote={vote.isPublic ? `${votes}/${vote.slug}` : null} call={vote.call} idea={idea} thread={thread} origin={origin} done={DONE.find((each) => each === query.get("done")) ?? null} />,
  };
});
