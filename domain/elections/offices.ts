/** An office with how many people hold it; the list stands by rank, highest first. */
export interface OfficeToFill<Name> {
  readonly name: Name;
  readonly places: number;
}

/** Who holds an office: as many as it has places, fewer where nobody was left to offer it to. */
export interface OfficeFilled<Name> extends OfficeToFill<Name> {
  readonly holders: readonly string[];
}

/** How many people an election chooses in all. */
export const placesOf = (offices: readonly { readonly places: number }[]): number => offices.reduce((sum, { places }) => sum + places, 0);

/** Whether it matters who comes before whom: there is more than one office. */
export const ranksOffices = (offices: readonly unknown[]): boolean => offices.length > 1;

/**
 * Fills the offices by rank from the order of a count: the first holds the highest. An office whose turn falls on somebody who withdrew
 * goes to the next in that order; with no order beyond those elected it stays empty, and a new election fills it. `unopposed` are those who
 * still stood, where withdrawals left no more of them than places: they are elected, whatever order the rule gives.
 */
export function fillOffices<Name>(
  offices: readonly OfficeToFill<Name>[],
  counted: { readonly winners: readonly string[]; readonly order: readonly string[] | null },
  withdrawn: ReadonlySet<string>,
  unopposed: readonly string[] = [],
): readonly OfficeFilled<Name>[] {
  const rest = (counted.order ?? unopposed).filter((id) => !counted.winners.includes(id));
  const line = [...counted.winners, ...rest].filter((id) => !withdrawn.has(id));
  let taken = 0;
  return offices.map((office) => {
    const holders = line.slice(taken, taken + office.places);
    taken += office.places;
    return { ...office, holders };
  });
}
