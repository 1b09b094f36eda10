/*
 * Bursts: whether more ask to vote within ten minutes than the time of day explains.
 * All arithmetic is in whole numbers, so that the same counts give the same answer everywhere.
 */

/** The window that is looked at; minutes. */
export const BURST_MINUTES = 10;

/** How far beyond what is expected, in standard deviations of a Poisson count: once in a thousand million windows by chance. */
export const BURST_SIGMAS = 6;

/** Fewer than this in a window alarm nobody: at night ten, by day two classes at once. */
export const BURST_LEAST = { night: 10, day: 60 } as const;

/** Requests held within a window that are an alarm by themselves. */
export const HELD_LEAST = 10;

/**
 * Of a thousand requests how many fall into each hour of London's clock. Our estimate of when people use a public form:
 * hardly anybody from midnight to six, most in office hours and after supper. A council's own expected day scales it.
 */
export const HOURLY_SHARES: readonly number[] = [8, 4, 2, 2, 2, 5, 16, 34, 52, 64, 68, 66, 66, 60, 56, 56, 60, 62, 66, 74, 74, 58, 32, 13];

/** From eleven in the evening to seven in the morning. */
export const isNight = (hour: number): boolean => hour >= 23 || hour < 7;

export interface Crowd {
  /** Requests within the last `BURST_MINUTES`, this one among them. */
  readonly seen: number;
  /** Requests of an ordinary day. */
  readonly perDay: number;
  /** Hour of London's clock, 0 to 23. */
  readonly hour: number;
  /** A burst of the night before that nobody has looked at yet: it does not become ordinary because the sun rises. */
  readonly sinceNight: boolean;
}

/** Whether a crowd is judged as one of the night. */
export const isNightCrowd = ({ hour, sinceNight }: Pick<Crowd, "hour" | "sinceNight">): boolean => isNight(hour) || sinceNight;

/** What is expected in a window at this hour, in tenths of a request, rounded up; for people to read. */
export const expectedTenths = ({ perDay, hour }: Pick<Crowd, "perDay" | "hour">): number => Math.ceil((perDay * (HOURLY_SHARES[hour] ?? 0) * BURST_MINUTES) / 6_000);

/**
 * Whether a crowd is more than chance: seen > e + 6 √e with e = perDay · share/1000 · minutes/60,
 * compared without roots or fractions as (seen·d − n)² > 36·n·d for e = n/d. Nothing under `BURST_LEAST` is a burst.
 */
export function isBurst(crowd: Crowd): boolean {
  const { seen, perDay, hour } = crowd;
  if (seen < (isNightCrowd(crowd) ? BURST_LEAST.night : BURST_LEAST.day)) return false;
  const expected = BigInt(perDay) * BigInt(HOURLY_SHARES[hour] ?? 0) * BigInt(BURST_MINUTES);
  const scale = 60_000n;
  const over = BigInt(seen) * scale - expected;
  return over > 0n && over * over > BigInt(BURST_SIGMAS * BURST_SIGMAS) * expected * scale;
}
