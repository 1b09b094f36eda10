import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { badBody, goTo, memberPage } from "#features/councils/respond.tsx";
import { postNomination } from "#features/elections/nominations/actions.ts";
import { findOwnNomination } from "#features/elections/nominations/queries.ts";
import { NominationForm, nominationAsTyped } from "#features/elections/nominations/ui/nomination-form.tsx";
import { getElectionInView, type ElectionEngagement } from "#features/involvement/electing/queries.ts";
import { electionAddress, standFrame } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"election">(async (scope, { params }) => {
  const engagement = await getElectionInView(scope, params.election);
  const nomination = await findOwnNomination(scope, engagement.election.id);
  if (nomination && nomination.state !== "draft") return goTo(`${electionAddress(scope, params.election)}/stand`);
  return show(scope, engagement, { values: nomination ? nominationAsTyped(nomination, scope.locale) : { givenName: [scope.actor.name.split(" ")[0] ?? ""] }, faults: [] });
});

// The body may hold a photo: it is read as it arrives.
export const POST = memberPage<"election">(async (scope, { params, request }) => {
  const engagement = await getElectionInView(scope, params.election);
  const posted = await postNomination(scope, engagement.election.id, request);
  if (!posted.ok) return badBody(scope.locale, posted.error);
  if (posted.value.kind === "saved") return goTo(`${electionAddress(scope, params.election)}/stand?done=saved`);
  return { ...(await show(scope, engagement, posted.value.form)), status: posted.value.form.faults.length > 0 ? 422 : 200 };
});

async function show(scope: ActorScope, engagement: ElectionEngagement, form: RefusedForm) {
  const photos = await findPhotos(scope.council.id, form.values["photoId"] ?? []);
  return {
    ...standFrame(scope, engagement),
    title: messages(scope.locale).nominations.form.title,
    body: <NominationForm locale={scope.locale} welsh={scope.council.welsh} form={form} contests={engagement.election.contests} photo={[...photos.values()][0] ?? null} back={`${electionAddress(scope, engagement.slug)}/stand`} />,
  };
}
