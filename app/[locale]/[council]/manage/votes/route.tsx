import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listVotesOnDesk } from "#features/involvement/workspace/queries.ts";
import { VotesList } from "#features/involvement/workspace/ui/votes-list.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, actor } = scope;
  const t = messages(locale).workspace;
  return {
    title: t.list.title,
    crumbs: [{ href: deskOf(scope), text: t.today.title }],
    body: <VotesList locale={locale} desk={deskOf(scope)} votes={await listVotesOnDesk(scope)} mayStart={can(actor, "engagement.create", undefined)} now={now()} />,
  };
});
