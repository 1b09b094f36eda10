/** How long an address stays on the mailing list of an engagement that its owner never leaves: until most projects are built. */
export const LIST_YEARS = 3;

/** How long the link that confirms a wish works, and how often one may ask. */
export const LIST_LIMITS = { confirmDays: 7, toAddress: 5, fromNetwork: 40, windowSeconds: 3600 } as const;
