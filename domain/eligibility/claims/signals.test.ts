import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { seededNumbers } from "#domain/basics/seeded-order.ts";
import { BURST_LEAST, expectedTenths, HOURLY_SHARES, isBurst, isNight } from "./burst.ts";
import { isDisposableMail } from "./disposable-mail.ts";
import { CLAIM_LIMITS, DEFAULT_LIMITS, LIMIT_BOUNDS, SHARED_PLACE_FACTOR } from "./limits.ts";
import { signalsIn, weigh, type ClaimFacts } from "./signals.ts";

const QUIET: ClaimFacts = {
  fromDevice: 1,
  fromHousehold: 1,
  fromPostcode: 1,
  fromNetwork: 1,
  wrongCodes: 0,
  sharedPlace: false,
  ofClass: false,
  email: "somebody@example.com",
  crowd: { seen: 1, perDay: 300, hour: 14, sinceNight: false },
};
const kinds = (facts: Partial<ClaimFacts>) => signalsIn({ ...QUIET, ...facts }, DEFAULT_LIMITS).map(({ kind }) => kind);
const answer = (facts: Partial<ClaimFacts>) => weigh(signalsIn({ ...QUIET, ...facts }, DEFAULT_LIMITS));

describe("a request", () => {
  it("passes when nothing speaks against it, with or without cookie, address and mail", () => {
    expect(kinds({})).toEqual([]);
    expect(answer({ fromDevice: null, fromHousehold: null, fromPostcode: null, fromNetwork: null, email: "" })).toBe("pass");
  });

  it.each([
    ["device", { fromDevice: 3 }, { fromDevice: 4 }],
    ["household", { fromHousehold: 6 }, { fromHousehold: 7 }],
    ["wrong-codes", { wrongCodes: 5 }, { wrongCodes: 6 }],
    ["disposable-mail", { email: "a@mailinator.net.example" }, { email: "A@inbox.Mailinator.com" }],
    ["night-burst", { crowd: { seen: 9, perDay: 300, hour: 2, sinceNight: false } }, { crowd: { seen: 10, perDay: 300, hour: 2, sinceNight: false } }],
  ] as const)("is held for %s above what is ordinary, and not at it", (kind, ordinary, above) => {
    expect(kinds(ordinary)).toEqual([]);
    expect(kinds(above)).toEqual([kind]);
    expect(answer(above)).toBe("hold");
  });

  it("from one busy connection passes by itself, since a school has one address, and is held beside another signal", () => {
    expect(kinds({ fromNetwork: 31 })).toEqual(["network"]);
    expect(answer({ fromNetwork: 31 })).toBe("pass");
    expect(answer({ fromNetwork: 31, fromDevice: 4 })).toBe("hold");
  });

  it("from a busy postcode passes by itself, and is held beside another signal or where more ask than live there", () => {
    expect(kinds({ fromPostcode: 12 })).toEqual([]);
    expect(kinds({ fromPostcode: 13 })).toEqual(["postcode"]);
    expect(answer({ fromPostcode: 36 })).toBe("pass");
    expect(answer({ fromPostcode: 37 })).toBe("hold");
    expect(answer({ fromPostcode: 13, fromNetwork: 31 })).toBe("hold");
  });

  it("from a place the council named may share browser and connection with many", () => {
    expect(kinds({ sharedPlace: true, fromDevice: 3 * SHARED_PLACE_FACTOR, fromNetwork: 30 * SHARED_PLACE_FACTOR })).toEqual([]);
    expect(kinds({ sharedPlace: true, fromDevice: 3 * SHARED_PLACE_FACTOR + 1 })).toEqual(["device"]);
  });

  it("of a class may share one browser with the class, and no connection, home or wrong code beside it", () => {
    expect(answer({ ofClass: true, fromDevice: 3 * SHARED_PLACE_FACTOR })).toBe("pass");
    expect(answer({ ofClass: true, fromDevice: 3 * SHARED_PLACE_FACTOR + 1 })).toBe("hold");
    expect(kinds({ ofClass: true, fromNetwork: 31, fromHousehold: 7, wrongCodes: 6 })).toEqual(["household", "network", "wrong-codes"]);
  });

  it("by day is not held for a crowd, which a newsletter makes", () => {
    expect(kinds({ crowd: { seen: 5_000, perDay: 300, hour: 14, sinceNight: false } })).toEqual([]);
  });

  test("more-of-anything-never-frees-a-request", () => {
    const counts = fc.record({ fromDevice: fc.nat(60), fromHousehold: fc.nat(60), fromPostcode: fc.nat(60), fromNetwork: fc.nat(60), wrongCodes: fc.nat(60) });
    fc.assert(
      fc.property(counts, fc.constantFrom("fromDevice", "fromHousehold", "fromPostcode", "fromNetwork", "wrongCodes"), fc.nat(40), (facts, field, more) => {
        if (answer(facts) === "pass") return true;
        return answer({ ...facts, [field]: facts[field] + more }) === "hold";
      }),
    );
  });
});

describe("a burst", () => {
  test("of the night goes on into the morning while nobody has looked, and not after", () => {
    const morning = { seen: 40, perDay: 300, hour: 7 };
    expect(isBurst({ ...morning, sinceNight: true })).toBe(true);
    expect(isBurst({ ...morning, sinceNight: false })).toBe(false);
    expect(kinds({ crowd: { ...morning, sinceNight: true } })).toEqual(["night-burst"]);
  });

  test("an-ordinary-fortnight-raises-no-alarm", () => {
    // Poisson arrivals by the hours' own shares, minute by minute, for votes small and large.
    for (const perDay of [20, 300, 3_000, 30_000]) {
      const next = seededNumbers(`fortnight-${perDay}`);
      const window: number[] = [];
      const alarms: number[] = [];
      for (let minute = 0; minute < 14 * 1_440; minute += 1) {
        const hour = Math.floor(minute / 60) % 24;
        window.push(poisson((perDay * (HOURLY_SHARES[hour] ?? 0)) / 60_000, next));
        if (window.length > 10) window.shift();
        const before = Math.floor(minute / 60 - 1 / 6) % 24;
        // A window over two hours is expected to hold some of each.
        const busier = (HOURLY_SHARES[before] ?? 0) > (HOURLY_SHARES[hour] ?? 0) ? before : hour;
        if (isBurst({ seen: window.reduce((sum, each) => sum + each, 0), perDay, hour: busier, sinceNight: false })) alarms.push(minute);
      }
      expect({ perDay, alarms }).toEqual({ perDay, alarms: [] });
    }
  });

  test("the shares of the hours are a whole day", () => {
    expect(HOURLY_SHARES).toHaveLength(24);
    expect(HOURLY_SHARES.reduce((sum, share) => sum + share, 0)).toBe(1000);
  });

  test("is-what-floating-point-says-away-from-the-edge", () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(200_000), fc.integer({ min: 0, max: 23 }), (seen, perDay, hour) => {
        const expected = (perDay * (HOURLY_SHARES[hour] ?? 0)) / 6_000;
        const edge = expected + 6 * Math.sqrt(expected);
        fc.pre(Math.abs(seen - edge) > 1e-6);
        const least = isNight(hour) ? BURST_LEAST.night : BURST_LEAST.day;
        expect(isBurst({ seen, perDay, hour, sinceNight: false })).toBe(seen >= least && seen > edge);
      }),
    );
  });

  test("is told beside what was expected, rounded up", () => {
    expect(expectedTenths({ perDay: 300, hour: 2 })).toBe(1);
    expect(expectedTenths({ perDay: 3_000, hour: 19 })).toBe(370);
  });
});

/** Knuth's way, good for small means. */
function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= next() / 2 ** 32) count += 1;
  return count;
}

test("defaults lie within what a council may set", () => {
  for (const limit of CLAIM_LIMITS) {
    expect(DEFAULT_LIMITS[limit]).toBeGreaterThanOrEqual(LIMIT_BOUNDS[limit].min);
    expect(DEFAULT_LIMITS[limit]).toBeLessThanOrEqual(LIMIT_BOUNDS[limit].max);
  }
});

test("a disposable mailbox is known at any name below its service, and nobody else's is", () => {
  expect(isDisposableMail("x@yopmail.com")).toBe(true);
  expect(isDisposableMail("x@a.b.guerrillamail.org")).toBe(true);
  expect(isDisposableMail("x@notyopmail.com")).toBe(false);
  expect(isDisposableMail("x@duck.com")).toBe(false);
  expect(isDisposableMail("")).toBe(false);
});
