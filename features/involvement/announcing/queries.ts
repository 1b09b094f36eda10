import type { Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { listProjects, type ProjectInView } from "#features/budgeting/projects/queries.ts";
import { listProposers } from "#features/budgeting/proposers/queries.ts";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getBudgetVote, type BudgetVoteInView } from "#features/involvement/queries.ts";
import { countOnList, findRound, type RoundInView } from "#features/notifications/letters/queries.ts";
import { listOutcomes, listWinners, type OutcomeInView, type WinnerInView } from "#features/voting/results/queries.ts";
import { announcementLetter, type AnnouncementLetter } from "./announcement-letter.ts";

/** What the round of letters about an engagement's result is called. */
export const occasionOf = (engagementId: string): string => `announcement:${engagementId}`;

/** Everything an officer sees before and while people are told. */
export interface AnnouncementInView {
  readonly outcomes: ReadonlyMap<string, OutcomeInView>;
  readonly letters: readonly { readonly lang: Locale; readonly letter: AnnouncementLetter }[];
  readonly onList: number;
  readonly proposers: number;
  readonly round: RoundInView | null;
}

/** How the telling of a result stands. */
export async function getAnnouncement(scope: ActorScope, vote: BudgetVoteForOfficers): Promise<AnnouncementInView> {
  const [outcomes, onList, round, proposers] = await Promise.all([
    listOutcomes(scope, vote.programme.pots.map(({ pollId }) => pollId)),
    countOnList(scope, vote.id),
    findRound(scope, occasionOf(vote.id)),
    listProposers(scope, { programmeId: vote.programme.id }),
  ]);
  const languages = scope.council.welsh ? (["en", "cy"] as const) : (["en"] as const);
  return { outcomes, letters: languages.map((lang) => ({ lang, letter: announcementLetter(scope, lang, vote, outcomes, "") })), onList, proposers: proposers.length, round };
}

export interface DeclaredVote {
  readonly vote: BudgetVoteInView;
  readonly outcomes: ReadonlyMap<string, OutcomeInView>;
  readonly winners: readonly WinnerInView[];
  readonly projects: readonly ProjectInView[];
}

/** A vote of which every pot is declared, in five statements however many pots; 404 before. */
export async function getDeclaredVote(scope: AnyScope, slug: string): Promise<DeclaredVote> {
  const vote = await getBudgetVote(scope, slug);
  const pollIds = vote.pots.map(({ pollId }) => pollId);
  const [outcomes, winners, projects] = await Promise.all([listOutcomes(scope, pollIds), listWinners(scope, pollIds), listProjects(scope, vote.pots.map(({ id }) => id))]);
  for (const pollId of pollIds) found(outcomes.get(pollId)?.declared, "declared result");
  return { vote, outcomes, winners, projects };
}
