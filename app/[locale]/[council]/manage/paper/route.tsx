import { listPollsWithPaper } from "#features/voting/paper/queries.ts";
import { PaperIndex } from "#features/voting/paper/ui/paper-index.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, council } = scope;
  const desk = `/${locale}/${council.slug}/manage`;
  const polls = await Promise.all((await listPollsWithPaper(scope)).map(async (poll) => ({ ...poll, name: deskName(locale, await findPotOfPoll(scope, poll.id), poll.question) })));
  return { title: messages(locale).paper.title, crumbs: [{ href: desk, text: messages(locale).workspace.today.title }], body: <PaperIndex locale={locale} desk={desk} polls={polls} /> };
});
