import { authorise } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { WaysToStart } from "#features/involvement/starting/ui/ways.tsx";
import { deskOf, voteCrumbs } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  authorise(scope, "engagement.create", null);
  return { title: messages(scope.locale).starting.ways.title, crumbs: voteCrumbs(scope), body: <WaysToStart locale={scope.locale} desk={deskOf(scope)} /> };
});
