import { isBurst, isNightCrowd, type Crowd } from "./burst.ts";
import { isDisposableMail } from "./disposable-mail.ts";
import { SHARED_PLACE_FACTOR, type ClaimLimits } from "./limits.ts";

/** What can speak for a second look before somebody gets a ballot. None of them proves anything. */
export const SIGNAL_KINDS = ["device", "household", "postcode", "disposable-mail", "night-burst", "network", "wrong-codes"] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export const isSignalKind = (text: string): text is SignalKind => (SIGNAL_KINDS as readonly string[]).includes(text);

/** One signal as an officer reads it: how many there were and how many are ordinary. */
export interface Signal {
  readonly kind: SignalKind;
  readonly seen: number;
  readonly limit: number;
}

/**
 * What is known of a request without knowing the ballot. Counts include the request itself;
 * null where there is nothing to count by, such as no cookie or no address.
 */
export interface ClaimFacts {
  readonly fromDevice: number | null;
  readonly fromHousehold: number | null;
  readonly fromPostcode: number | null;
  readonly fromNetwork: number | null;
  readonly wrongCodes: number;
  /** The connection is one the council named as a school's or a library's. */
  readonly sharedPlace: boolean;
  /** They were matched to a roll, or go to a school that the vote names: pupils of a class sit down at one computer after another. */
  readonly ofClass: boolean;
  /** Empty where they came without an address. */
  readonly email: string;
  readonly crowd: Crowd;
}

const above = (kind: SignalKind, seen: number | null, limit: number): Signal[] => (seen !== null && seen > limit ? [{ kind, seen, limit }] : []);

/** Every signal in the facts. */
export function signalsIn(facts: ClaimFacts, limits: ClaimLimits): readonly Signal[] {
  const factor = facts.sharedPlace ? SHARED_PLACE_FACTOR : 1;
  const perDevice = limits.perDevice * (facts.sharedPlace || facts.ofClass ? SHARED_PLACE_FACTOR : 1);
  const { crowd } = facts;
  return [
    ...above("device", facts.fromDevice, perDevice),
    ...above("household", facts.fromHousehold, limits.perHousehold),
    ...above("postcode", facts.fromPostcode, limits.perPostcode),
    ...(isDisposableMail(facts.email) ? [{ kind: "disposable-mail", seen: 1, limit: 0 } as const] : []),
    ...(isNightCrowd(crowd) && isBurst(crowd) ? [{ kind: "night-burst", seen: crowd.seen, limit: 0 } as const] : []),
    ...above("network", facts.fromNetwork, limits.perNetwork * factor),
    ...above("wrong-codes", facts.wrongCodes, limits.wrongCodes * factor),
  ];
}

/**
 * What each signal weighs; two hold. A shared connection or a busy postcode is no sign of anything by itself, since schools,
 * libraries and phone companies have one address for many people and a street meeting fills a postcode: they count only beside
 * another. A postcode from which more ask in an hour than live in it counts in full.
 */
const WEIGHTS: Readonly<Record<SignalKind, 1 | 2>> = { device: 2, household: 2, postcode: 1, "disposable-mail": 2, "night-burst": 2, network: 1, "wrong-codes": 2 };
const MORE_THAN_LIVE_THERE = 3;
const HOLDS = 2;

const weightOf = ({ kind, seen, limit }: Signal): number => (kind === "postcode" && seen > MORE_THAN_LIVE_THERE * limit ? 2 : WEIGHTS[kind]);

/** Pass, or hold for a person to look. There is no third answer: nobody is turned away unseen. */
export function weigh(signals: readonly Signal[]): "pass" | "hold" {
  return signals.reduce((sum, signal) => sum + weightOf(signal), 0) >= HOLDS ? "hold" : "pass";
}
