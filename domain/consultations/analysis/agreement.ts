/** How far two people who sorted the same answers agree. */
export interface Agreement {
  /** Answers both of them sorted. */
  readonly both: number;
  /** Share on which they agree, 0 to 1. */
  readonly observed: number;
  /** The same with what chance alone would give taken off: 1 is full agreement, 0 no better than chance. Null where chance would always agree. */
  readonly kappa: number | null;
}

/** Cohen's kappa (Cohen, "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20 (1960), 37) of pairs of what each said. */
export function cohensKappa(pairs: readonly (readonly [string | boolean, string | boolean])[]): Agreement {
  const both = pairs.length;
  if (both === 0) return { both, observed: 0, kappa: null };
  const observed = pairs.filter(([one, other]) => one === other).length / both;
  const values = new Set(pairs.flat());
  let chance = 0;
  for (const value of values) chance += (pairs.filter(([one]) => one === value).length / both) * (pairs.filter(([, other]) => other === value).length / both);
  return { both, observed, kappa: chance === 1 ? null : (observed - chance) / (1 - chance) };
}
