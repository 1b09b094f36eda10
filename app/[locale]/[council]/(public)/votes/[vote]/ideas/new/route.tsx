import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { postIdea, readIdeaForm } from "#features/budgeting/ideas/actions.ts";
import { listSimilar } from "#features/budgeting/ideas/queries.ts";
import { pressedOn } from "#features/budgeting/ideas/ui/pressed-map.ts";
import { CheckIdea, IdeaForm } from "#features/budgeting/ideas/ui/idea-form.tsx";
import { badBody, goTo, memberPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas, type VoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { listAreaShapes, listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  if (vote.call.standing !== "open") return goTo(ideasHome(scope, vote));
  return show(scope, vote, { values: { once: [randomId()], writtenIn: [scope.locale], authorName: [scope.actor.name] }, faults: [] });
});

// The body may hold a photo: it is read as it arrives.
export const POST = memberPage<"vote">(async (scope, { params, request }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const areas = await listAreasToChoose(scope);
  const posted = await readIdeaForm(scope, request, vote.call.form, areas.map(({ id }) => id));
  if (!posted.ok) return badBody(scope.locale, posted.error);
  const { values, content } = posted.value;
  const step = values["step"]?.at(-1);
  const shapes = await listAreaShapes(scope);
  const pressed = pressedOn(shapes, values);
  if (pressed !== null || step === "edit" || step === "unmark") {
    const place = pressed ?? (step === "unmark" ? { values: { longitude: [""], latitude: [""] }, faults: [] } : { values: {}, faults: [] });
    const faults = [...place.faults, ...posted.value.photoFaults];
    return { ...(await show(scope, vote, { values: { ...values, ...place.values }, faults })), status: faults.length > 0 ? 422 : 200 };
  }
  if (!content.ok) return { ...(await show(scope, vote, { values, faults: content.error })), status: 422 };
  if (step === "send") {
    const sent = await postIdea(scope, vote.programmeId, posted.value);
    if (sent.ok) return goTo(`${ideasHome(scope, vote)}/${sent.value.number}?done=sent`);
    return { ...(await show(scope, vote, sent.error)), status: 422 };
  }
  const { title, text, writtenIn } = content.value;
  const similar = await listSimilar(scope, vote.programmeId, { title: title[writtenIn], text: text[writtenIn] });
  return {
    title: messages(scope.locale).ideas.check.title,
    section: "take-part" as const,
    crumbs: ideasCrumbs(scope, vote),
    body: <CheckIdea locale={scope.locale} home={ideasHome(scope, vote)} call={vote.call} values={values} similar={similar} areas={areas} />,
  };
});

async function show(scope: ActorScope, vote: VoteWithIdeas, form: RefusedForm) {
  const [areas, shapes, photos] = await Promise.all([listAreasToChoose(scope), listAreaShapes(scope), findPhotos(scope.council.id, form.values["photoId"] ?? [])]);
  return {
    title: messages(scope.locale).ideas.form.title,
    section: "take-part" as const,
    crumbs: ideasCrumbs(scope, vote),
    body: (
      <IdeaForm
        locale={scope.locale}
        home={ideasHome(scope, vote)}
        call={vote.call}
        form={form}
        hidden={{ once: form.values["once"]?.[0] ?? randomId() }}
        areas={areas}
        photo={[...photos.values()][0] ?? null}
        welsh={scope.council.welsh}
        shapes={shapes}
      />
    ),
  };
}
