import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { fillOffices } from "#domain/elections/offices.ts";
import { officeMargin } from "#domain/voting/results/office-margin.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { listCandidates } from "#features/elections/nominations/queries.ts";
import type { ContestInView, ElectionInView } from "#features/elections/queries.ts";
import { countReissues } from "#features/voting/reissues/queries.ts";
import { messages } from "#i18n/messages.ts";
import { getOfficeResult, type LotsDrawn } from "#features/voting/results/queries.ts";

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
 * only those elected are named: the others are known by their number on the paper.
 */
export async function fillFromCount(scope: AnyScope, election: Pick<ElectionInView, "offices" | "removedAt">, contest: Pick<ContestInView, "id">, { sheet, digest, lots, options }: Counted): Promise<ContestCounted> {
  const withdrawn = (await listCandidates(scope, [contest.id])).filter((candidate) => candidate.withdrawn && candidate.place !== null).map(({ place }) => String(place));
  const offices = fillOffices(election.offices, sheet.outcome, new Set(withdrawn));
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
  readonly declared: (ContestCounted & { readonly at: Date; readonly by: string; readonly reissues: number; readonly downloads: readonly { readonly name: string; readonly bytes: number }[] }) | null;
}

/** The result of each contest of an election as everybody sees it. */
export async function listContestResults(scope: AnyScope, election: ElectionInView): Promise<readonly ContestResult[]> {
  return Promise.all(
    election.contests.map(async (contest) => {
      const { lotsAwaited, declared } = await getOfficeResult(scope, contest.pollId);
      if (declared === null) return { contest, lotsAwaited, declared: null };
      const [counted, reissues] = await Promise.all([fillFromCount(scope, election, contest, declared), countReissues(scope, contest.pollId)]);
      return { contest, lotsAwaited, declared: { ...counted, at: declared.declaredAt, by: declared.declaredBy, reissues, downloads: declared.downloads } };
    }),
  );
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

/** Everybody elected in the contests of an election that are declared, by rank of their offices. Their names go on the day candidates are taken down. */
export async function listElected(scope: AnyScope, election: ElectionInView): Promise<readonly Elected[]> {
  const [results, candidates] = await Promise.all([listContestResults(scope, election), listCandidates(scope, election.contests.map(({ id }) => id))]);
  return results.flatMap(({ contest, declared }) =>
    (declared?.offices ?? []).flatMap(({ name: office, numbers }) =>
      numbers.flatMap((number, at): Elected[] => {
        const candidate = candidates.find(({ contestId, place }) => contestId === contest.id && place === number);
        if (!candidate) return [];
        const { id: nominationId, name, statement, promises } = candidate;
        return [{ nominationId, contest, office, seat: numbers.length > 1 ? at + 1 : 0, name: election.removedAt === null ? name : null, statement, promises }];
      }),
    ),
  );
}
