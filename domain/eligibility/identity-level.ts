/**
 * How surely somebody must be known: 0 open · 1 e-mail confirmed · 2 e-mail and a postcode in the area ·
 * 3 an issued code or a match with a roll · 4 seen by an officer.
 */
export const IDENTITY_LEVELS = [0, 1, 2, 3, 4] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const isIdentityLevel = (level: number): level is IdentityLevel => (IDENTITY_LEVELS as readonly number[]).includes(level);
