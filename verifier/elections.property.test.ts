import { constants, sign } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRsaKey, verifyToken } from "#domain/voting/ballot-box/blind-signature.ts";
import { joined, toBytes, toNumber, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { nobleCurves } from "#domain/voting/ballot-box/noble-curves.ts";
import { UnreadableBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { issuerOfTests, makeElection, USUAL_PLAN, type ElectionPlan } from "#testing/elections/synthetic-election.ts";
import { verifyTexts } from "#testing/elections/verify-texts.ts";
import { draftOf, writeTexts } from "#testing/elections/write-bundle.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { opensslCryptography } from "./openssl-cryptography.ts";

const RULES: Readonly<Record<BallotKind, readonly { readonly rule: string; readonly places?: number }[]>> = {
  "single-choice": [{ rule: "fptp", places: 1 }, { rule: "greedy" }],
  "first-and-second": [{ rule: "supplementary_vote", places: 1 }],
  ranked: [{ rule: "scottish_stv", places: 2 }, { rule: "irv", places: 1 }, { rule: "schulze_winning_votes", places: 1 }, { rule: "borda_classic", places: 2 }, { rule: "equal-shares" }],
  approval: [{ rule: "approval", places: 2 }, { rule: "greedy" }, { rule: "mes_cost_add1" }, { rule: "phragmen" }],
  knapsack: [{ rule: "equal-shares" }, { rule: "greedy_ratio" }, { rule: "greedy_noskip" }],
  cumulative: [{ rule: "greedy" }, { rule: "mes_unit" }],
  score: [{ rule: "score", places: 1 }, { rule: "greedy" }],
};

const plans: fc.Arbitrary<ElectionPlan> = fc
  .record({
    seed: fc.uuid(),
    voters: fc.integer({ min: 1, max: 70 }),
    kind: fc.constantFrom(...(Object.keys(RULES) as BallotKind[])),
    which: fc.nat(4),
    options: fc.integer({ min: 2, max: 7 }),
    most: fc.integer({ min: 1, max: 7 }),
    assisted: fc.constantFrom(0, 20, 100),
    changing: fc.constantFrom(0, 30, 90),
    invalid: fc.constantFrom(0, 5, 100),
    sealedWrongly: fc.constantFrom(0, 3),
    papers: fc.constantFrom(0, 1, 25),
    telephone: fc.constantFrom(0, 4),
    amendments: fc.nat(3),
    reissues: fc.nat(2),
    batchSize: fc.constantFrom(1, 5, 50),
  })
  .map(({ which, most, kind, options, ...plan }) => {
    const rules = RULES[kind];
    const { rule, places } = rules[which % rules.length] ?? { rule: "greedy" };
    return { ...plan, kind, options, rule, maxChoices: kind === "single-choice" ? 1 : kind === "first-and-second" ? 2 : Math.min(most, options), ...(places === undefined ? {} : { places: Math.min(places, options - 1) }) };
  });

test("an-honest-election-verifies: five hundred of them in the long run", async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const election = await makeElection(plan);
      const at = election.leaves.findIndex(({ type }) => type === "ballot");
      const { faults, facts } = await verifyTexts(await writeTexts(draftOf(election)), election.receipt(at));
      expect(faults).toEqual([]);
      expect(facts?.keys).toBe(plan.voters);
      expect(facts?.receipt?.leaf).toBe(at);
    }),
    cases(5),
  );
}, PROPERTY_TIMEOUT);

test("any-changed-byte-is-caught", async () => {
  const texts = await writeTexts(draftOf(await makeElection({ ...USUAL_PLAN, voters: 50, papers: 4, changing: 10 })));
  const files = ["election.json", "leaves.ndjson", "openings.ndjson", "checkpoints.txt", "results.json"] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 32, max: 126 }), async (name, where, code) => {
      const text = texts[name] ?? "";
      const at = Math.floor(where * text.length);
      const put = String.fromCharCode(code);
      if (text.charAt(at) === put) return;
      const tampered = { ...texts, [name]: text.slice(0, at) + put + text.slice(at + 1) };
      const said = await verifyTexts(tampered).catch((fault: unknown) => {
        if (fault instanceof UnreadableBundle) return "unreadable";
        throw fault;
      });
      expect(typeof said === "string" || said.faults.length > 0).toBe(true);
    }),
    cases(25),
  );
}, PROPERTY_TIMEOUT);

describe("both implementations refuse what Wycheproof's tests refuse", async () => {
  const message = utf8("message");
  const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(3));
  const good = ed25519.sign(message, secretKey);
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const littleEndian = (value: bigint, length: number): Uint8Array => toBytes(value, length).reverse();
  const s = toNumber(good.slice(32).reverse());

  // The kinds of case in Wycheproof's ed25519_test.json: SignatureMalleability, CompressedSignature, TruncatedSignature, InvalidSignature.
  test.each([
    ["S + L", joined(good.subarray(0, 32), littleEndian(s + order, 32))],
    ["S nought", joined(good.subarray(0, 32), new Uint8Array(32))],
    ["R nought", joined(new Uint8Array(32), good.subarray(32))],
    ["R not on the curve", joined(new Uint8Array(32).fill(2), good.subarray(32))],
    ["R of small order and S nought", joined(Uint8Array.of(1), new Uint8Array(63))],
    ["all ones", new Uint8Array(64).fill(255)],
    ["a byte short", good.subarray(0, 63)],
    ["a byte long", joined(good, 0)],
    ["nothing", new Uint8Array(0)],
  ])("Ed25519: %s", async (_, signature) => {
    const { verifySignature } = opensslCryptography([]);
    expect(verifySignature(publicKey, message, good)).toBe(true);
    expect(verifySignature(publicKey, message, signature)).toBe(false);
    expect(await webCurves.ed25519Verify(publicKey, message, signature)).toBe(false);
    expect(await nobleCurves.ed25519Verify(publicKey, message, signature)).toBe(false);
  });

  const { privateKey: key, publicKey: rsaKey } = issuerOfTests();
  const spki = rsaKey.export({ type: "spki", format: "der" });
  const rsa = await readRsaKey(spki);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const token = sign("sha384", message, { key, padding, saltLength: 48 });
  const modulus = rsa?.modulus ?? 0n;

  // The kinds of case in Wycheproof's rsa_pss_3072_sha256_mgf1_32_test.json and its likes: salt and hash of another length, s out of range, no PSS at all.
  test.each([
    ["no salt", sign("sha384", message, { key, padding, saltLength: 0 })],
    ["a salt of 32 bytes", sign("sha384", message, { key, padding, saltLength: 32 })],
    ["SHA-256 in place of SHA-384", sign("sha256", message, { key, padding, saltLength: 48 })],
    ["PKCS #1 version 1.5", sign("sha384", message, { key })],
    ["s nought", new Uint8Array(384)],
    ["s one", toBytes(1n, 384)],
    ["s the modulus", toBytes(modulus, 384)],
    ["n - s", toBytes(modulus - toNumber(token), 384)],
    ["a byte short", token.subarray(1)],
    ["a nought before it", joined(0, token)],
    ["nothing", new Uint8Array(0)],
  ])("RSA-PSS: %s", async (_, signature) => {
    const openssl = opensslCryptography([{ name: "1", key: spki.toString("base64url") }]);
    if (rsa === null) throw new Error("no key");
    expect(openssl.verifyToken("1", message, token)).toBe(true);
    expect(await verifyToken(rsa, message, token)).toBe(true);
    expect(openssl.verifyToken("1", message, signature)).toBe(false);
    expect(await verifyToken(rsa, message, signature)).toBe(false);
  });
});
