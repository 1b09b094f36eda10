import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listShownQuestions } from "#features/elections/hustings/queries.ts";
import { CandidateAnswers } from "#features/elections/hustings/ui/hustings-page.tsx";
import { listCandidates } from "#features/elections/nominations/queries.ts";
import { candidateNote } from "#features/elections/ui/candidate-note.ts";
import { CandidatePage } from "#features/elections/ui/candidate-page.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { electionAddress } from "#features/involvement/electing/ui/election-frame.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"election" | "contest" | "candidate">(async (scope, { params }) => {
  const { locale } = scope;
  const engagement = await getElectionInView(scope, params.election);
  const { election } = engagement;
  const contest = found(election.contests.find(({ slug }) => slug === params.contest), "contest");
  const candidates = election.removedAt === null ? await listCandidates(scope, [contest.id]) : [];
  const candidate = found(candidates.find(({ number }) => String(number) === params.candidate), "candidate");
  const home = electionAddress(scope, params.election);
  const t = messages(locale).elections.public;
  const title = textIn(engagement.title, locale).text;
  return {
    title: textIn(candidate.name, locale).text,
    section: "take-part",
    ...(election.indexed ? {} : { robots: "noindex" }),
    crumbs: [{ href: home, text: title }],
    body: (
      <CandidatePage
        locale={locale}
        kicker={title}
        candidate={candidate}
        electedWithoutVote={contest.withoutPoll?.elected.some(({ nominationId }) => nominationId === candidate.id) ? contest.withoutPoll.at : null}
        note={textIn(candidateNote(candidate), locale).text}
        back={`${home}#candidates`}
        answers={<CandidateAnswers locale={locale} questions={await listShownQuestions(scope, election.id, [contest.id])} candidateId={candidate.id} />}
        privacy={(election.indexed ? t.privacyIndexed : t.privacy)({ when: format(locale).longDate(election.calendar.removedOn) })}
      />
    ),
  };
});
