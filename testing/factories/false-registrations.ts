import { seededNumbers } from "#domain/basics/seeded-order.ts";

/** One request as it would come in over the network. */
export interface FalseRegistration {
  readonly at: Date;
  readonly email: string;
  /** Cookie of the browser; null where the browser keeps none. */
  readonly device: string | null;
  /** Address of the connection. */
  readonly address: string;
  readonly postcode: string;
}

export interface FalseNight {
  /** When it begins. */
  readonly from: Date;
  readonly seed: string;
  readonly registrations: number;
  readonly hours: number;
  /** Real people of the council whose details were on a public list, by postcode. */
  readonly postcodes: readonly string[];
}

/**
 * A night of false registrations after the participatory budget of Guimarães in 2014: 2,850 votes between 00:30 and 07:30, made
 * with numbers of real people taken from public lists; the vote was annulled and held again. The worst case is played: each
 * comes from a browser without cookies, with an ordinary address of its own, from one of four hundred connections. In order of time.
 */
export function falseNight({ from, seed, registrations, hours, postcodes }: FalseNight): readonly FalseRegistration[] {
  const next = seededNumbers(seed);
  const below = (limit: number): number => next() % limit;
  const times = Array.from({ length: registrations }, () => below(hours * 3_600_000)).sort((a, b) => a - b);
  return times.map((after, at) => ({
    at: new Date(from.getTime() + after),
    email: `listed-${seed}-${String(at)}@${["mail.example", "post.example", "inbox.example"][below(3)] ?? "mail.example"}`,
    device: null,
    address: `198.51.${String(100 + below(4))}.${String(1 + below(100))}`,
    postcode: postcodes[below(postcodes.length)] ?? "",
  }));
}
