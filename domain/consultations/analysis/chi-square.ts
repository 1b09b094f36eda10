/** Whether two closed questions go together more than chance would have it. */
export interface Association {
  /** Pearson's X², without continuity correction. */
  readonly statistic: number;
  readonly degrees: number;
  /** How often chance alone gives a table at least this uneven, 0 to 1. */
  readonly p: number;
  /** Cramér's V, 0 (nothing in common) to 1 (one tells the other). Cramér, Mathematical Methods of Statistics (1946), 21.9. */
  readonly v: number;
  /** Share of cells where chance expects fewer than 5; over a fifth of them the p is not to be trusted (Cochran, Biometrics 10 (1954), 417). */
  readonly thin: number;
}

/**
 * Pearson's chi-square test of independence (Pearson, Phil. Mag. 50 (1900), 157). Rows and columns in which nobody is are left out.
 * Null where fewer than two of either are left.
 */
export function testAssociation(counts: readonly (readonly number[])[]): Association | null {
  const rows = counts.filter((row) => sum(row) > 0);
  const width = counts[0]?.length ?? 0;
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) => sum(rows.map((row) => row[column] ?? 0)) > 0);
  const table = rows.map((row) => kept.map((column) => row[column] ?? 0));
  if (table.length < 2 || kept.length < 2) return null;
  const rowTotals = table.map(sum);
  const columnTotals = kept.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const total = sum(rowTotals);
  let statistic = 0;
  let thin = 0;
  table.forEach((row, at) =>
    row.forEach((count, column) => {
      const expected = ((rowTotals[at] ?? 0) * (columnTotals[column] ?? 0)) / total;
      statistic += (count - expected) ** 2 / expected;
      if (expected < 5) thin += 1;
    }),
  );
  const degrees = (table.length - 1) * (kept.length - 1);
  const v = Math.sqrt(statistic / (total * Math.min(table.length - 1, kept.length - 1)));
  return { statistic, degrees, p: chiSquareTail(statistic, degrees), v: Math.min(1, v), thin: thin / (table.length * kept.length) };
}

/** The chance that a chi-square variable with these degrees of freedom is at least `x`: Q(degrees/2, x/2), DLMF 8.2.4. */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, z] = [degrees / 2, x / 2];
  return z < a + 1 ? 1 - lowerSeries(a, z) : upperFraction(a, z);
}

const MOST_STEPS = 1_000;
const CLOSE_ENOUGH = 1e-15;

/** P(a, z) by its power series, DLMF 8.7.1. */
function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let total = term;
  for (let step = 1; step < MOST_STEPS && Math.abs(term) > Math.abs(total) * CLOSE_ENOUGH; step += 1) {
    term *= z / (a + step);
    total += term;
  }
  return total * Math.exp(-z + a * Math.log(z) - logGamma(a));
}

/** Q(a, z) by its continued fraction, DLMF 8.9.2, evaluated by Lentz's method. */
function upperFraction(a: number, z: number): number {
  const TINY = 1e-300;
  let b = z + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const an = -step * (step - a);
    b += 2;
    d = 1 / nonZero(an * d + b, TINY);
    c = nonZero(b + an / c, TINY);
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < CLOSE_ENOUGH) break;
  }
  return h * Math.exp(-z + a * Math.log(z) - logGamma(a));
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);

/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after moving x up to where it holds to 15 digits. */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 15) {
    shift += Math.log(y);
    y += 1;
  }
  const inverse = 1 / (y * y);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
