/** How many shades a map has. */
export const STEPS = 5;

export interface Step {
  readonly from: number;
  readonly to: number;
}

/** Five equal steps from the smallest value to the largest; fewer are empty when values are few. */
export function equalSteps(values: readonly number[]): readonly Step[] {
  const lowest = Math.min(...values);
  const size = (Math.max(...values) - lowest) / STEPS;
  return Array.from({ length: STEPS }, (_, step) => ({ from: lowest + step * size, to: lowest + (step + 1) * size }));
}

/** Which step a value falls in, from 0; the largest belongs to the last. */
export function stepOf(value: number, steps: readonly Step[]): number {
  // Where all are equal none stands out.
  if (steps[0]?.from === steps.at(-1)?.to) return 0;
  const found = steps.findIndex(({ to }) => value < to);
  return found === -1 ? steps.length - 1 : found;
}
