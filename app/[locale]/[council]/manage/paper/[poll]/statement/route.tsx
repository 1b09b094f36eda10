import { officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { getPollPaper, listBatches } from "#features/voting/paper/queries.ts";
import { StatementPage } from "#features/voting/paper/ui/statement-page.tsx";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"poll">(async (scope, { params, path }) => {
  const { locale, council } = scope;
  const [poll, pot, batches] = [await getPollPaper(scope, params.poll), await findPotOfPoll(scope, params.poll), await listBatches(scope, params.poll)];
  const name = deskName(locale, pot, poll.question);
  const t = messages(locale).paper;
  return {
    title: t.statement.title,
    scripts: ["print"],
    crumbs: [
      { href: `/${locale}/${council.slug}/manage/paper`, text: t.title },
      { href: `/${locale}/${council.slug}/manage/paper/${poll.id}`, text: name },
    ],
    body: <StatementPage locale={locale} address={path} name={name} council={council.name} batches={batches} />,
  };
});
