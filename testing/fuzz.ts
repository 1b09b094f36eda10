/** How many cases a property is tried on: the short form on each run, a hundred times as many in `npm run fuzz`. */
export function cases(short: number): { numRuns: number } {
  return { numRuns: process.env["FOLKMOOT_FUZZ"] === undefined ? short : short * 100 };
}

/** Time limit of a property test in milliseconds: ample in the long form. */
export const PROPERTY_TIMEOUT = process.env["FOLKMOOT_FUZZ"] === undefined ? 30_000 : 3_600_000;
