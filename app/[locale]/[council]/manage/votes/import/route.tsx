import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerPage } from "#features/councils/respond.tsx";
import { takeVoteFile } from "#features/involvement/importing/actions.ts";
import { listVoteFiles } from "#features/involvement/importing/queries.ts";
import { HandOverPage } from "#features/involvement/importing/ui/import-pages.tsx";
import { deskOf, voteCrumbs } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage((scope) => show(scope, EMPTY_FORM));

// The body is a file: it is read as it arrives.
export const POST = officerPage(async (scope, { request }) => {
  const taken = await takeVoteFile(scope, request);
  if (taken.ok) return goTo(`${deskOf(scope)}/votes/import/${taken.value.importId}`);
  return { ...(await show(scope, taken.error)), status: 422 };
});

const show = async (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).importing.title,
  crumbs: voteCrumbs(scope),
  body: <HandOverPage locale={scope.locale} form={form} once={randomId()} home={`${deskOf(scope)}/votes/import`} earlier={await listVoteFiles(scope)} />,
});
