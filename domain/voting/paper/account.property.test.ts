import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balances, differencesOf, NO_PAPERS, sumOfAccounts, whyNotSealed, type PaperAccount } from "./account.ts";

const few = fc.nat(200);
/** An account of papers that are all somewhere. */
const balanced = fc
  .record({ unused: few, damaged: few, accepted: few, spoilt: few, notReturned: few })
  .map(({ unused, damaged, accepted, spoilt, notReturned }): PaperAccount => {
    const issued = accepted + spoilt + notReturned;
    return { printed: issued + unused + damaged, issued, unused, damaged, returned: accepted, spoilt, notReturned, keyed: accepted, marked: issued - spoilt };
  });
const FIELDS = Object.keys(NO_PAPERS) as (keyof PaperAccount)[];

describe("an account", () => {
  test("of papers that are all somewhere has no difference, alone and summed", () => {
    fc.assert(
      fc.property(fc.array(balanced, { maxLength: 8 }), (accounts) => {
        expect(accounts.every(balances)).toBe(true);
        expect(differencesOf(sumOfAccounts(accounts))).toEqual([]);
      }),
    );
  });

  test("with any one figure wrong names the difference, by as many papers", () => {
    fc.assert(
      fc.property(balanced, fc.constantFrom(...FIELDS), fc.integer({ min: 1, max: 50 }), (account, field, by) => {
        const found = differencesOf({ ...account, [field]: account[field] + by });
        expect(found.length).toBeGreaterThan(0);
        for (const { missing, stated, found: adds } of found) expect([missing, Math.abs(missing)]).toEqual([stated - adds, by]);
      }),
    );
  });

  test("says what is missing where", () => {
    const account = { ...NO_PAPERS, printed: 50, issued: 38, unused: 10, damaged: 1, returned: 35, spoilt: 1, notReturned: 1, keyed: 35, marked: 37 };
    expect(differencesOf(account)).toEqual([
      { check: "printed", stated: 50, found: 49, missing: 1 },
      { check: "issued", stated: 38, found: 37, missing: 1 },
    ]);
  });

  test("hides no difference of one batch behind another's in the list, though sums may", () => {
    const missing = { ...NO_PAPERS, printed: 1 };
    const extra = { ...NO_PAPERS, unused: 1 };
    expect([missing, extra].map(balances)).toEqual([false, false]);
    expect(balances(sumOfAccounts([missing, extra]))).toBe(true);
  });
});

describe("a batch", () => {
  const [good, bad] = [NO_PAPERS, { ...NO_PAPERS, printed: 1 }];
  const signed = { reason: "", signedBy: "one", countersignedBy: null };
  test("that balances needs one name", () => {
    expect(whyNotSealed(good, { ...signed, signedBy: null })).toBe("not-signed");
    expect(whyNotSealed(good, signed)).toBeNull();
  });

  test("that does not needs a reason and two names", () => {
    expect(whyNotSealed(bad, signed)).toBe("reason-needed");
    expect(whyNotSealed(bad, { ...signed, reason: " " })).toBe("reason-needed");
    expect(whyNotSealed(bad, { ...signed, reason: "One paper blew away" })).toBe("second-name-needed");
    expect(whyNotSealed(bad, { reason: "One paper blew away", signedBy: "one", countersignedBy: "one" })).toBe("same-name-twice");
    expect(whyNotSealed(bad, { reason: "One paper blew away", signedBy: "one", countersignedBy: "two" })).toBeNull();
  });
});
