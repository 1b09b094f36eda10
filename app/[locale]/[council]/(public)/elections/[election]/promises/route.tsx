import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { findMayorsBudget, listPromises } from "#features/involvement/promises/queries.ts";
import { PromisesPage } from "#features/involvement/promises/ui/promises-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** What those elected promised and what became of it; 404 until their budget is made. */
export const GET = publicPage<"election">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { election, title } = await getElectionInView(scope, params.election);
  const budget = found((await findMayorsBudget(scope, election.id)) ?? undefined, "budget");
  return {
    title: `${messages(locale).promises.page.title}: ${textIn(title, locale).text}`,
    section: "results",
    ...(election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: electionAddress(scope, params.election), text: textIn(title, locale).text }],
    body: <PromisesPage locale={locale} home={`/${locale}/${council.slug}`} election={title} contests={election.contests.length} budget={budget} people={await listPromises(scope, election, londonDay(now()))} />,
  };
});
