/** Codes kept on paper for the day the app or the key is lost; each works once. Three groups of four, 24^12 of them. */
export const RECOVERY_CODES = { count: 10, length: 12 } as const;
