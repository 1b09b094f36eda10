import type { RefusedForm } from "#domain/basics/fault.ts";
import { STATES_TO_EDIT, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { postChange, readIdeaForm } from "#features/budgeting/ideas/actions.ts";
import { getIdea, type IdeaInView } from "#features/budgeting/ideas/queries.ts";
import { ideaAsTyped, IdeaForm } from "#features/budgeting/ideas/ui/idea-form.tsx";
import { pressedOn } from "#features/budgeting/ideas/ui/pressed-map.ts";
import { badBody, goTo, memberPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas, numberOf, type VoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { listAreaShapes, listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"vote" | "idea">(async (scope, { params }) => {
  const { vote, idea } = await load(scope, params);
  if (!(STATES_TO_EDIT as readonly IdeaState[]).includes(idea.state)) return goTo(`${ideasHome(scope, vote)}/${idea.number}`);
  return show(scope, vote, idea, { values: ideaAsTyped(idea), faults: [] }, idea.version);
});

// The body may hold a photo: it is read as it arrives.
export const POST = memberPage<"vote" | "idea">(async (scope, { params, request }) => {
  const { vote, idea } = await load(scope, params);
  const areas = await listAreasToChoose(scope);
  const posted = await readIdeaForm(scope, request, vote.call.form, areas.map(({ id }) => id));
  if (!posted.ok) return badBody(scope.locale, posted.error);
  const { values } = posted.value;
  const seen = Number(values["seen"]?.at(-1) ?? 0);
  const pressed = pressedOn(await listAreaShapes(scope), values) ?? (values["step"]?.at(-1) === "unmark" ? { values: { longitude: [""], latitude: [""] }, faults: [] } : null);
  if (pressed !== null) {
    const faults = [...pressed.faults, ...posted.value.photoFaults];
    return { ...(await show(scope, vote, idea, { values: { ...values, ...pressed.values }, faults }, seen)), status: faults.length > 0 ? 422 : 200 };
  }
  const saved = await postChange({ scope, programmeId: vote.programmeId, number: idea.number }, posted.value);
  if (saved.ok) return goTo(`${ideasHome(scope, vote)}/${idea.number}?done=changed`);
  // What was changed meanwhile is shown now, so that saving again is a choice.
  const clash = saved.error.faults.some(({ code }) => code === "changed-meanwhile");
  return { ...(await show(scope, vote, idea, saved.error, clash ? idea.version : seen)), status: 422 };
});

async function load(scope: ActorScope, params: { readonly vote: string; readonly idea: string }) {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const idea = await getIdea(scope, vote.programmeId, numberOf(params.idea), scope.actor);
  found(idea.mine.author || idea.mine.signed ? idea : undefined, "idea");
  return { vote, idea };
}

async function show(scope: ActorScope, vote: VoteWithIdeas, idea: IdeaInView, form: RefusedForm, seen: number) {
  const [areas, shapes, photos] = await Promise.all([listAreasToChoose(scope), listAreaShapes(scope), findPhotos(scope.council.id, form.values["photoId"] ?? [])]);
  return {
    title: messages(scope.locale).ideas.form.editTitle,
    section: "take-part" as const,
    robots: "noindex",
    crumbs: ideasCrumbs(scope, vote),
    body: (
      <IdeaForm
        locale={scope.locale}
        home={ideasHome(scope, vote)}
        call={vote.call}
        form={form}
        hidden={{ seen: String(seen) }}
        areas={areas}
        photo={[...photos.values()][0] ?? null}
        welsh={scope.council.welsh}
        shapes={shapes}
        idea={idea}
      />
    ),
  };
}
