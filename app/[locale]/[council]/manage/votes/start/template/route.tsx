import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startByTemplate } from "#features/involvement/starting/actions.ts";
import { TemplateForm } from "#features/involvement/starting/ui/ways.tsx";
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
  const started = await startByTemplate(scope, form.values);
  return started.ok ? goTo(voteHome(scope, started.value.engagementId)) : { ...show(scope, started.error), status: 422 };
});

const show = (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).starting.template.title,
  crumbs: voteCrumbs(scope),
  body: <TemplateForm locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} back={`${deskOf(scope)}/votes/start`} today={addDays(londonDay(now()), 14)} />,
});
