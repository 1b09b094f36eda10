import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { LessonPage } from "#features/elections/lesson/ui/lesson-page.tsx";
import { listContestResults } from "#features/elections/results/queries.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** A lesson for schools from a declared contest; 404 before. */
export const GET = publicPage<"election" | "contest">(async (scope, { params }) => {
  const { locale } = scope;
  const { election, title } = await getElectionInView(scope, params.election);
  const result = found((await listContestResults(scope, election)).find(({ contest }) => contest.slug === params.contest), "contest");
  const declared = found(result.declared, "declared result");
  const results = `${electionAddress(scope, params.election)}/results`;
  const name = textIn(title, locale).text;
  return {
    title: messages(locale).lesson.title({ election: name }),
    section: "results",
    ...(election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: results, text: messages(locale).elections.results.title({ election: name }) }],
    body: <LessonPage locale={locale} election={title} rule={election.rule} outcome={declared.sheet.outcome} offices={declared.offices} names={election.removedAt === null ? declared.names : null} resultAddress={results} />,
  };
});
