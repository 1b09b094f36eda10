import { support } from "#features/budgeting/ideas/actions.ts";
import { getIdea } from "#features/budgeting/ideas/queries.ts";
import { IdeaPage } from "#features/budgeting/ideas/ui/idea-page.tsx";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas, numberOf } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

// Whoever signed in on the way comes back here, and presses the button again on the idea's own page.
export const GET = memberPage<"vote" | "idea">(async (scope, { params }) => goTo(`${ideasHome(scope, { slug: params.vote })}/${numberOf(params.idea)}`));

export const POST = memberForm<"vote" | "idea">(async (scope, form, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const number = numberOf(params.idea);
  const done = await support({ scope, programmeId: vote.programmeId, number }, form.values);
  const home = ideasHome(scope, vote);
  if (done.ok) return goTo(`${home}/${number}?done=${form.values["support"]?.[0] === "no" ? "unsupported" : "supported"}`);
  const idea = await getIdea(scope, vote.programmeId, number, scope.actor);
  const votes = `/${scope.locale}/${scope.council.slug}/votes`;
  return {
    status: 422,
    title: messages(scope.locale).ideas.number({ number }),
    section: "take-part",
    crumbs: ideasCrumbs(scope, vote),
    body: <IdeaPage locale={scope.locale} home={home} votes={votes} vote={vote.isPublic ? `${votes}/${vote.slug}` : null} call={vote.call} idea={idea} done={null} refused={done.error} />,
  };
});
