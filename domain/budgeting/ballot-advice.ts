/** What a ballot paper is judged by before it is locked. */
export interface BallotToJudge {
  readonly options: number;
  /** The most somebody may choose; null for all of them. */
  readonly mostChoices: number | null;
  /** How many are expected to vote. */
  readonly voters: number;
  /** Whether the order of choices, or points, is part of a ballot: that makes it rarer still. */
  readonly ranked: boolean;
}

export interface BallotAdvice {
  readonly length: "short" | "long" | "very-long";
  /** The share of ballots, 0 to 1, that nobody else has: whoever buys votes can ask for such a pattern. */
  readonly unique: number;
  readonly uniqueness: "common" | "some" | "most";
  /** The most choices at which at most a tenth would be unique; null where even one choice does not bring it there, or nothing need change. */
  readonly mostForFew: number | null;
}

/** Up to so many are read through; of many more people read the first. */
const SHORT = 15;
const LONG = 30;
const FEW = 0.1;
const MANY = 0.5;
/** Patterns repeat ever more with more voters; beyond this the share only falls, so it is not underestimated. */
const MOST_SAMPLED = 5_000;
/** How unequal projects are liked: 1/place to this power. With it the sample gives the figures of docs/ballot-box.md. */
const SKEW = 0.8;

/** How long the ballot is, and how many ballots would be the only one of their kind. */
export function adviseOnBallot(ballot: BallotToJudge): BallotAdvice {
  const unique = uniqueShare(ballot);
  const uniqueness = unique <= FEW ? "common" : unique <= MANY ? "some" : "most";
  const most = Math.min(ballot.options, ballot.mostChoices ?? ballot.options);
  let mostForFew: number | null = null;
  if (uniqueness !== "common") for (let fewer = Math.min(most - 1, 10); fewer >= 1 && mostForFew === null; fewer -= 1) if (uniqueShare({ ...ballot, mostChoices: fewer }) <= FEW) mostForFew = fewer;
  return { length: ballot.options <= SHORT ? "short" : ballot.options <= LONG ? "long" : "very-long", unique, uniqueness, mostForFew };
}

/**
 * The share of ballots that nobody else casts, by a sample: as many choose one project as choose the most they may, and projects are liked
 * unequally. The same ballot always gives the same answer. An estimate before the vote; after it the count says how it was.
 */
export function uniqueShare({ options, mostChoices, voters, ranked }: BallotToJudge): number {
  const sampled = Math.min(voters, MOST_SAMPLED);
  const most = Math.max(0, Math.min(options, mostChoices ?? options));
  if (sampled <= 0 || most === 0) return 0;
  const chance = chances(options * 1_000 + most);
  const weights = Array.from({ length: options }, (_, at) => 1 / (at + 1) ** SKEW);
  const seen = new Map<string, number>();
  for (let voter = 0; voter < sampled; voter += 1) {
    const picked = pick(weights, 1 + Math.floor(chance() * most), chance);
    const pattern = (ranked ? picked : picked.sort((a, b) => a - b)).join(" ");
    seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
  }
  let alone = 0;
  for (const times of seen.values()) if (times === 1) alone += 1;
  return alone / sampled;
}

/** So many different options, each the likelier the more it weighs, in the order they were drawn. */
function pick(weights: readonly number[], count: number, chance: () => number): number[] {
  const left = weights.map((weight, at) => ({ weight, at }));
  let sum = weights.reduce((total, weight) => total + weight, 0);
  const picked: number[] = [];
  while (picked.length < count && left.length > 0) {
    let mark = chance() * sum;
    let index = left.findIndex(({ weight }) => (mark -= weight) < 0);
    if (index === -1) index = left.length - 1;
    const [taken] = left.splice(index, 1);
    if (taken === undefined) break;
    sum -= taken.weight;
    picked.push(taken.at);
  }
  return picked;
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32, public domain): an estimate needs no secret chance. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
