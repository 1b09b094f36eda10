/** What a council lets pass without a person looking; each number is the most that is still ordinary. */
export interface ClaimLimits {
  /** Requests from one browser in a day. */
  readonly perDevice: number;
  /** Requests that give one home address. */
  readonly perHousehold: number;
  /** Requests from one postcode in an hour. */
  readonly perPostcode: number;
  /** Requests from one internet connection in an hour. */
  readonly perNetwork: number;
  /** Wrong access codes from one browser or connection in an hour. */
  readonly wrongCodes: number;
  /** Requests expected in a day before the vote has days of its own to go by. */
  readonly perDay: number;
}

export type ClaimLimit = keyof ClaimLimits;

/**
 * What holds unless the council says otherwise, and why.
 *
 * - device 3: more than three claims from one device is where the literature begins to look (fraud signals of the design study);
 *   a couple and a guest share a tablet, a street does not.
 * - household 6: 2.4 people live in a household in England and Wales (Census 2021) and fewer than 4 in 100 households have six or
 *   more even in London (Census 2011, ONS "Households and household composition"). A shared house above it is looked at, not barred.
 * - postcode 12 in an hour: a postcode has 15 addresses on average and 100 at most (Royal Mail, Postcode Address File), so about
 *   36 people; a third of them in one hour is a meeting or a list.
 * - network 30 in an hour: a class. One address may be a school, a library or a phone company's thousands, so it never holds by itself.
 * - wrong codes 5 in an hour: the tries one code has before it rests (NIST SP 800-63B allows 100; a person with the letter in hand needs two).
 * - 300 a day: 4,000 voters in a fortnight, as a borough's budget vote has them.
 */
export const DEFAULT_LIMITS: ClaimLimits = { perDevice: 3, perHousehold: 6, perPostcode: 12, perNetwork: 30, wrongCodes: 5, perDay: 300 };

/** Least and most a council may set: never so low that a family is held, never so high that nothing is. */
export const LIMIT_BOUNDS: Readonly<Record<ClaimLimit, { readonly min: number; readonly max: number }>> = {
  perDevice: { min: 2, max: 50 },
  perHousehold: { min: 3, max: 100 },
  perPostcode: { min: 5, max: 500 },
  perNetwork: { min: 10, max: 5_000 },
  wrongCodes: { min: 3, max: 50 },
  perDay: { min: 20, max: 1_000_000 },
};

export const CLAIM_LIMITS = Object.keys(DEFAULT_LIMITS) as readonly ClaimLimit[];

/**
 * On a connection the council named as a school's or a library's many people share browser and address; a class shares one browser
 * wherever it sits.
 */
export const SHARED_PLACE_FACTOR = 10;

/** A school's, library's or other public place's connection: an address or a network, IPv4 or IPv6 (`203.0.113.0/28`). */
export interface SharedPlace {
  readonly name: string;
  readonly network: string;
}
