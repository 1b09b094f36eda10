import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { fillOffices } from "#domain/elections/offices.ts";
import { fillWithoutPoll, outcomeOfNominations } from "#domain/elections/without-poll.ts";
import { found } from "#domain/policy/access-error.ts";
import { officeMargin } from "#domain/voting/results/office-margin.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { listCandidates, type CandidateInView } from "#features/elections/nominations/queries.ts";
import type { ContestInView, DeclaredWithoutPoll, ElectionInView } from "#features/elections/queries.ts";
import { countReissuesOf } from "#features/voting/reissues/queries.ts";
import { messages } from "#i18n/messages.ts";
import { listOfficeResults, type LotsDrawn } from "#features/voting/results/queries.ts";

/** Who holds an office, by name. */
export interface OfficeHeld {
  readonly name: BilingualText;
  readonly places: number;
  readonly holders: readonly BilingualText[];
  /** Their numbers on the paper, in the same order. */
  readonly numbers: readonly number[];
}

/** A count of a contest with its offices filled. */
export interface ContestCounted {
  readonly sheet: OfficeSheet;
  readonly digest: string;
  readonly lots: readonly LotsDrawn[];
  readonly offices: readonly OfficeHeld[];
  /** By number on the paper. */
  readonly names: ReadonlyMap<string, BilingualText>;
  /** Names of those who withdrew after the papers were printed. */
  readonly withdrawn: readonly BilingualText[];
  /** The fewest ballots that could have changed who holds an office; null where the rule gives no such number. */
  readonly margin: number | null;
}

interface Counted {
  readonly sheet: OfficeSheet;
  readonly digest: string;
  readonly lots: readonly LotsDrawn[];
  readonly options: readonly { readonly number: number; readonly title: BilingualText }[];
}

/**
 * Fills the offices of a contest from its count; whoever withdrew after printing is passed over. From the day candidates are taken down
 * only those elected are named: the others are known by their number on the paper. `candidates`: of this contest.
 */
export function fillFromCount(election: Pick<ElectionInView, "offices" | "removedAt">, candidates: readonly Pick<CandidateInView, "place" | "withdrawn">[], { sheet, digest, lots, options }: Counted): ContestCounted {
  const onPaper = candidates.flatMap(({ place, withdrawn: back }) => (place === null ? [] : [{ id: String(place), back }]));
  const withdrawn = onPaper.filter(({ back }) => back).map(({ id }) => id);
  const standing = onPaper.filter(({ back }) => !back).map(({ id }) => id);
  const unopposed = withdrawn.length > 0 && outcomeOfNominations(standing.length, election.offices) === "elected";
  const offices = fillOffices(election.offices, sheet.outcome, new Set(withdrawn), unopposed ? standing : []);
  const elected = new Set(offices.flatMap(({ holders }) => holders));
  const names = new Map(options.map(({ number, title }) => [String(number), election.removedAt === null || elected.has(String(number)) ? title : byNumber(number)]));
  const nameOf = (id: string): BilingualText => names.get(id) ?? { en: id, cy: id };
  return {
    sheet,
    digest,
    lots,
    offices: offices.map(({ name, places, holders }) => ({ name, places, holders: holders.map(nameOf), numbers: holders.map(Number) })),
    names,
    withdrawn: withdrawn.map(nameOf),
    margin: officeMargin(sheet.outcome, new Set(withdrawn)),
  };
}

const byNumber = (number: number): BilingualText => ({ en: messages("en").elections.results.byNumber({ number }), cy: messages("cy").elections.results.byNumber({ number }) });

export interface ContestResult {
  readonly contest: ContestInView;
  readonly lotsAwaited: boolean;
  /** Who holds which office where there was no poll; null where there is one. */
  readonly withoutPoll: (DeclaredWithoutPoll & { readonly offices: readonly OfficeHeld[] }) | null;
  readonly declared: (ContestCounted & { readonly at: Date; readonly by: string; readonly reissues: number; readonly downloads: readonly { readonly name: string; readonly bytes: number }[] }) | null;
}

/** The result of each contest of an election as everybody sees it. As many statements for all of them as for one. */
export async function listContestResults(scope: AnyScope, election: ElectionInView): Promise<readonly ContestResult[]> {
  const voted = election.contests.filter(({ withoutPoll }) => withoutPoll === null);
  const pollIds = voted.map(({ pollId }) => pollId);
  const [ofPolls, candidates, reissues] = await Promise.all([listOfficeResults(scope, pollIds), listCandidates(scope, voted.map(({ id }) => id)), countReissuesOf(scope, pollIds)]);
  return election.contests.map((contest) => {
    if (contest.withoutPoll !== null) return { contest, lotsAwaited: false, withoutPoll: { ...contest.withoutPoll, offices: heldWithoutPoll(election, contest.withoutPoll) }, declared: null };
    const { lotsAwaited, declared } = found(ofPolls.get(contest.pollId), "poll");
    if (declared === null) return { contest, lotsAwaited, withoutPoll: null, declared: null };
    const counted = fillFromCount(election, candidates.filter(({ contestId }) => contestId === contest.id), declared);
    return { contest, lotsAwaited, withoutPoll: null, declared: { ...counted, at: declared.declaredAt, by: declared.declaredBy, reissues: reissues.get(contest.pollId) ?? 0, downloads: declared.downloads } };
  });
}

function heldWithoutPoll({ offices }: Pick<ElectionInView, "offices">, { elected }: DeclaredWithoutPoll): readonly OfficeHeld[] {
  const names = new Map(elected.map(({ nominationId, name }) => [nominationId, name]));
  return fillWithoutPoll(offices, [...names.keys()]).map(({ name, places, holders }) => ({ name, places, holders: holders.flatMap((id) => names.get(id) ?? []), numbers: [] }));
}

/** Somebody who was elected. */
export interface Elected {
  readonly nominationId: string;
  readonly contest: ContestInView;
  readonly office: BilingualText;
  /** From 1 where several people hold the same office; 0 where one does. */
  readonly seat: number;
  /** As it stood on the paper; null once candidates have been taken down. */
  readonly name: BilingualText | null;
  readonly statement: BilingualText;
  readonly promises: BilingualText;
}

/** Everybody elected in the contests of an election that are declared, with a poll or without, by rank of their offices. Their names go on the day candidates are taken down. */
export async function listElected(scope: AnyScope, election: ElectionInView): Promise<readonly Elected[]> {
  const [results, candidates] = await Promise.all([listContestResults(scope, election), listCandidates(scope, election.contests.map(({ id }) => id))]);
  const elected = (contest: ContestInView, office: BilingualText, holders: readonly (CandidateInView | undefined)[]): readonly Elected[] =>
    holders.flatMap((candidate, at): Elected[] => {
      if (!candidate) return [];
      const { id: nominationId, name, statement, promises } = candidate;
      return [{ nominationId, contest, office, seat: holders.length > 1 ? at + 1 : 0, name: election.removedAt === null ? name : null, statement, promises }];
    });
  return results.flatMap(({ contest, declared, withoutPoll }) => [
    ...(declared?.offices ?? []).flatMap(({ name: office, numbers }) => elected(contest, office, numbers.map((number) => candidates.find(({ contestId, place }) => contestId === contest.id && place === number)))),
    ...election.offices.slice(0, 1).flatMap(({ name: office }) => elected(contest, office, (withoutPoll?.elected ?? []).map(({ nominationId }) => candidates.find(({ id }) => id === nominationId)))),
  ]);
}
