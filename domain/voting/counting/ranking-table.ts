/**
 * Ranked ballots as flat arrays, identical ones merged; candidates are known by their place in the list. A ballot is read in order of
 * preference up to the first candidate it names a second time; what is left empty is not a valid vote.
 */
export interface RankingTable {
  readonly candidates: number;
  readonly valid: number;
  /** Ballots with no preference. */
  readonly blank: number;
  /** Distinct rows; the preferences of row r are `preference[offset[r]] … preference[offset[r + 1] - 1]`, best first. */
  readonly rows: number;
  readonly offset: Int32Array;
  readonly preference: Int32Array;
  readonly weight: Float64Array;
}

/** One paper, or several alike: ids of candidates, best first. */
export interface RankedBallot {
  readonly ranking: readonly string[];
  readonly multiplicity?: number;
}

/** Throws RangeError for an id that is not a candidate's. */
export function rankingTable(candidates: readonly string[], ballots: Iterable<RankedBallot>): RankingTable {
  const index = new Map(candidates.map((id, c) => [id, c]));
  const merged = new Map<string, { ranking: number[]; weight: number }>();
  let blank = 0;
  for (const { ranking, multiplicity = 1 } of ballots) {
    const cleaned: number[] = [];
    for (const id of ranking) {
      const c = index.get(id);
      if (c === undefined) throw new RangeError(`A ballot names "${id}", who is not a candidate`);
      if (cleaned.includes(c)) break;
      cleaned.push(c);
    }
    const key = cleaned.join();
    const known = merged.get(key);
    if (cleaned.length === 0) blank += multiplicity;
    else if (known) known.weight += multiplicity;
    else merged.set(key, { ranking: cleaned, weight: multiplicity });
  }
  return flat(candidates.length, [...merged.values()], blank);
}

function flat(candidates: number, merged: readonly { ranking: readonly number[]; weight: number }[], blank: number): RankingTable {
  const offset = new Int32Array(merged.length + 1);
  merged.forEach(({ ranking }, row) => {
    offset[row + 1] = offset[row]! + ranking.length;
  });
  const preference = new Int32Array(offset[merged.length]!);
  merged.forEach(({ ranking }, row) => preference.set(ranking, offset[row]!));
  const weight = Float64Array.from(merged, (each) => each.weight);
  return { candidates, valid: weight.reduce((sum, each) => sum + each, 0), blank, rows: merged.length, offset, preference, weight };
}

/** Votes at the first preference that `allowed` admits; those of papers with none are `exhausted`. */
export function votesAmong(table: RankingTable, allowed: readonly boolean[]): { votes: number[]; exhausted: number } {
  const votes = new Array<number>(table.candidates).fill(0);
  let exhausted = 0;
  for (let row = 0; row < table.rows; row += 1) {
    let at = table.offset[row]!;
    const end = table.offset[row + 1]!;
    while (at < end && !allowed[table.preference[at]!]) at += 1;
    if (at < end) votes[table.preference[at]!]! += table.weight[row]!;
    else exhausted += table.weight[row]!;
  }
  return { votes, exhausted };
}
