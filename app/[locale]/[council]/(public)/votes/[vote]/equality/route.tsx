import type { PublicScope } from "#domain/councils/scope.ts";
import type { VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { saveEquality } from "#features/involvement/evaluation/actions.ts";
import { EqualityForm, EqualityMessage } from "#features/involvement/evaluation/ui/equality-form.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Equality questions for people who took part; only sums are kept. */
export const GET = publicPage<"vote">(async (scope, { params, query, request }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const t = messages(scope.locale).evaluation.form;
  const back = `/${scope.locale}/${scope.council.slug}/votes/${vote.slug}`;
  if (query.has("thanks")) return page(t.thanks, <EqualityMessage locale={scope.locale} back={back} title={t.thanks} text={t.thanksMore} />);
  return tokenOf(request, vote) === null ? onlyForVoters(scope, back) : page(t.title, <EqualityForm locale={scope.locale} back={back} />);
});

export const POST = publicForm<"vote">(async (scope, { values }, { params, path, request }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const token = tokenOf(request, vote);
  if (token === null) return { ...onlyForVoters(scope, `/${scope.locale}/${scope.council.slug}/votes/${vote.slug}`), status: 422 };
  const saved = await saveEquality({ scope, engagementId: vote.id, token }, values);
  return saved.ok ? goTo(`${path}?thanks`) : goTo(path);
});

const page = (title: string, body: React.ReactNode) => ({ title, robots: "noindex", layout: "task" as const, body });

function onlyForVoters({ locale }: PublicScope, back: string) {
  const t = messages(locale).evaluation.form;
  return page(t.onlyVoters, <EqualityMessage locale={locale} back={back} title={t.onlyVoters} text={t.onlyVotersMore} />);
}

/** What the browser holds for having been let vote, in any of the vote's ballots. */
const tokenOf = (request: Request, vote: VoteAtHand): string | null => vote.ballots.map(({ pollId }) => readVoterSession(request, pollId).token).find((token) => token !== null) ?? null;
