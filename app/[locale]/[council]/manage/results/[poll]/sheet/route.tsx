import { goTo, officerPage } from "#features/councils/respond.tsx";
import { DeclarationInBoth } from "#features/elections/results/ui/declaration.tsx";
import { findCountedContest } from "#features/involvement/electing/queries.ts";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { countReissues } from "#features/voting/reissues/queries.ts";
import { getCountDesk } from "#features/voting/results/queries.ts";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { DeclarationSheet } from "#features/voting/results/ui/declaration-sheet.tsx";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage<"poll">(async (scope, { params }) => {
  const { locale, council } = scope;
  const [desk, pot] = [await getCountDesk(scope, params.poll), await findPotOfPoll(scope, params.poll)];
  const home = `/${locale}/${council.slug}`;
  const address = `${home}/manage/results/${params.poll}`;
  const name = deskName(locale, pot, desk.poll.question);
  const ofElection = pot?.holds === "candidates" ? await findCountedContest(scope, desk) : null;
  if (ofElection?.counted) {
    const kept = desk.offices.find(({ digest }) => digest === ofElection.counted?.digest);
    return {
      title: messages(locale).elections.sheet.title,
      crumbs: [{ href: address, text: messages(locale).results.desk.title({ name }) }],
      body: (
        <DeclarationInBoth
          locale={locale}
          council={council.name}
          election={ofElection.engagement.title}
          contest={ofElection.contest.name}
          rule={ofElection.engagement.election.rule}
          counted={ofElection.counted}
          opensAt={desk.poll.opensAt ?? ofElection.engagement.election.at.opensAt}
          closesAt={desk.poll.endsAt ?? ofElection.engagement.election.at.closesAt}
          fingerprint={desk.poll.fingerprint}
          declared={kept?.publishedAt ? { at: kept.publishedAt, by: kept.publishedBy } : null}
        />
      ),
    };
  }
  const count = desk.counts.find(({ publishedAt }) => publishedAt !== null) ?? desk.counts[0];
  if (!count) return goTo(address);
  const reissues = await countReissues(scope, params.poll);
  return {
    title: messages(locale).results.sheet.title,
    crumbs: [{ href: address, text: messages(locale).results.desk.title({ name }) }],
    body: (
      <DeclarationSheet
        parts={resultParts({ locale, home, voteAddress: "", resultAddress: address }, { ballotKind: desk.poll.ballotKind, options: desk.options, sheet: count.sheet }, [])}
        reissues={reissues}
        council={council.name}
        question={desk.poll.question}
        name={name}
        opensAt={desk.poll.opensAt}
        closesAt={desk.poll.endsAt}
        fingerprint={desk.poll.fingerprint}
        digest={count.digest}
        lots={desk.lots}
        stepsAddress={count.publishedAt && pot ? `${home}/votes/${pot.voteSlug}/results/${pot.potSlug}/sheet` : null}
        declared={count.publishedAt ? { at: count.publishedAt, by: count.publishedBy } : null}
      />
    ),
  };
});
