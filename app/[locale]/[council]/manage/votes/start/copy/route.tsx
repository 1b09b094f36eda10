import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startByCopy } from "#features/involvement/starting/actions.ts";
import { CopyForm } from "#features/involvement/starting/ui/ways.tsx";
import { listVotesOnDesk } from "#features/involvement/workspace/queries.ts";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  authorise(scope, "engagement.create", null);
  return show(scope, EMPTY_FORM);
});

export const POST = officerForm(async (scope, form) => {
  const copied = await startByCopy(scope, form.values);
  return copied.ok ? goTo(voteHome(scope, copied.value.engagementId)) : { ...(await show(scope, copied.error)), status: 422 };
});

const show = async (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).starting.copy.title,
  crumbs: voteCrumbs(scope),
  body: (
    <CopyForm
      locale={scope.locale}
      welsh={scope.council.welsh}
      form={form}
      once={randomId()}
      back={`${deskOf(scope)}/votes/start`}
      votes={await listVotesOnDesk(scope)}
      year={Number(londonDay(now()).slice(0, 4)) + 1}
    />
  ),
});
