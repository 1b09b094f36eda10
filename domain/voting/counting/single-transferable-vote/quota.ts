/** Votes are kept in hundred-thousandths: five decimals, as the rules prescribe. */
export const VOTE = 100_000;

/** Rule 46: valid papers divided by one more than the places, fractions ignored, and one added. In whole votes. */
export function quotaOf(valid: number, places: number): number {
  return Math.floor(valid / (places + 1)) + 1;
}

/** An amount in hundred-thousandths with its five decimals: 4145570 is "41.45570". */
export function fiveDecimals(amount: number): string {
  const whole = Math.floor(amount / VOTE);
  return `${whole}.${String(amount - whole * VOTE).padStart(5, "0")}`;
}
