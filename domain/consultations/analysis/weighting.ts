/** A group that answers are weighted by: how many answered, and how many people there are. */
export interface Stratum<Key> {
  readonly key: Key;
  readonly answered: number;
  readonly population: number;
}

export interface Weighting<Key> {
  /** What one answer of a group counts for; 1 on average over all answers. A group of which nobody answered has none. */
  readonly weights: ReadonlyMap<Key, number>;
  /** As many answers of a plain random sample would tell as much (Kish, Survey Sampling (1965), 11.7): (Σw)² / Σw². */
  readonly worth: number;
  /** Share of the people whose group gave no answer, 0 to 1; no weight makes up for them. */
  readonly unheard: number;
}

/** Weights that make the groups count as their people are (post-stratification: Holt and Smith, J. Royal Stat. Soc. A 142 (1979), 33). */
export function weighByPopulation<Key>(strata: readonly Stratum<Key>[]): Weighting<Key> {
  const heard = strata.filter(({ answered, population }) => answered > 0 && population > 0);
  const people = heard.reduce((sum, { population }) => sum + population, 0);
  const answers = heard.reduce((sum, { answered }) => sum + answered, 0);
  const everybody = strata.reduce((sum, { population }) => sum + population, 0);
  const weights = new Map(heard.map(({ key, answered, population }) => [key, population / people / (answered / answers)]));
  const squares = heard.reduce((sum, { key, answered }) => sum + answered * (weights.get(key) ?? 0) ** 2, 0);
  return { weights, worth: squares === 0 ? 0 : answers ** 2 / squares, unheard: everybody === 0 ? 0 : 1 - people / everybody };
}
