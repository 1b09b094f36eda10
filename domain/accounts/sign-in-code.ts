/** What holds for the code that proves an e-mail address. */
export const SIGN_IN_CODE = {
  /** Characters, shown as two groups of four. */
  length: 8,
  minutes: 10,
  /** Wrong tries at one address after which every code sent to it is void. */
  mostTries: 5,
} as const;

/** How often a code may be asked for or tried; a window is 15 minutes. */
export const SIGN_IN_LIMITS = {
  windowSeconds: 15 * 60,
  /** Codes sent to one address without one of them being used. */
  codesToAddress: 5,
  /** Codes asked for, and codes tried, from one network address: a library or a school is one. */
  fromNetwork: 100,
} as const;

export const SESSION_DAYS = 30;
/** A second factor shown holds for a working day. */
export const SECOND_FACTOR_HOURS = 12;
