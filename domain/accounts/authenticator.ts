/*
 * Codes of authenticator apps: RFC 6238 with SHA-1, 6 digits and steps of 30 seconds, the only kind every app knows.
 */
export const AUTHENTICATOR = { digits: 6, stepSeconds: 30 } as const;

/** Demo officers' secret (base32). Installations that send mail refuse it. */
export const DEMO_AUTHENTICATOR_SECRET = "FJ3TK7QWNZ5CX2RVD4HMPYB6GAEUSL7O";

/** The number of whole steps since 1970. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / AUTHENTICATOR.stepSeconds);

/**
 * Steps whose code is taken now: this one and, as clocks differ, the one before and the one after;
 * never one at or before the last step taken, so that a code seen over a shoulder is worth nothing.
 */
export function stepsTaken(now: Date, lastStep: number): readonly number[] {
  const step = stepAt(now);
  return [step, step - 1, step + 1].filter((each) => each > lastStep);
}

/** Six digits as typed, spaces taken; null for anything else. */
export function readAuthenticatorCode(typed: string): string | null {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}
