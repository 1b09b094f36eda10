/** How often codes may be tried. A window is 15 minutes (ballot-box design: five tries of one look-up in 15 minutes). */
export const CODE_LIMITS = {
  windowSeconds: 15 * 60,
  /** Tries of one look-up part, whether there is such a code or not. A code that is let in starts its count anew. */
  triesOfLookUp: 5,
  /** Wrong codes from one network address: a school of 1,500 at one address types its codes with the check character's help, so a wrong one is rare. */
  wrongFromNetwork: 100,
  /** Tries of any kind from one network address, because each costs work; 1,500 pupils in 15 minutes stay below. */
  triesFromNetwork: 2_000,
} as const;

/** Minutes in which a code handed over at a polling place must be typed. */
export const HAND_OVER_MINUTES = 15;

/** The share of wrong codes at which somebody is taken to be guessing, and how many it takes at least. */
export const CODE_ALARM = { share: 0.01, leastWrong: 10, hours: 24 } as const;

/** Whether so many wrong ones among all tries of the last 24 hours are to raise the alarm: 1 % or more, and 10 at the least. */
export const isAlarming = ({ tries, wrong }: { readonly tries: number; readonly wrong: number }): boolean => wrong >= CODE_ALARM.leastWrong && wrong * 100 >= tries;
