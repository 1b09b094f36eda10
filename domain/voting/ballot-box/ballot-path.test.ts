import { constants, hash, createPublicKey, generateKeyPairSync, privateDecrypt, verify, type KeyObject } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuerOfTests } from "#testing/elections/synthetic-election.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { makeBallotKey } from "./ballot-key.ts";
import { blind, blindingOf, finish, readRsaKey, verifyToken } from "./blind-signature.ts";
import type { RsaPublicKey } from "./primitives.ts";
import { base64url, fromBase64url, fromHex, hex, toBytes, toNumber, utf8 } from "./bytes.ts";
import { ballotSignedBytes, bodyOf, castText, fillBallot, isPromised, promiseBytes, type BallotPlace } from "./cast-ballot.ts";
import { isUsableKey, webCurves } from "./curves.ts";
import { inverseOf } from "./inverse.ts";
import { leafBytes, leafHash, leafHashOf, leafText, readLeaf } from "./leaves.ts";
import { nobleCurves } from "./noble-curves.ts";
import { readCast } from "./read-cast.ts";
import { openSealed } from "./seal.ts";
import { finishToken, preparedTokenMessage, requestToken } from "./token.ts";
import { canonicalVote } from "./vote.ts";
import rfc9474 from "./vectors/rfc9474.json" with { type: "json" };

const issuer = issuerOfTests();
const spki = new Uint8Array(issuer.publicKey.export({ type: "spki", format: "der" }));
const rsa = (await readRsaKey(spki)) as RsaPublicKey;
/** The issuer's whole work: the raw private operation of OpenSSL. */
const signBlindly = (blinded: Uint8Array, key: KeyObject = issuer.privateKey): Uint8Array => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
const opensslVerifies = (message: Uint8Array, signature: Uint8Array): boolean =>
  verify("sha384", message, { key: issuer.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature);
const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const countSecret = new Uint8Array(32).fill(7);
const countKey = await webCurves.x25519Key(countSecret);
const place: BallotPlace = { poll: "00000000-0000-4000-8000-000000000001", manifestHash: new Uint8Array(32).fill(3), countKey, paddedBytes: 128 };
const votingKey = makeBallotKey(new Uint8Array(32).fill(5));

describe("a token", () => {
  test("is the same for all three: our own blinding, OpenSSL's signing and checking, and the library of Cloudflare", async () => {
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const theirKey = await crypto.subtle.importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
    await fc.assert(
      fc.asyncProperty(bytes(100), bytes(48), bytes(400), async (message, salt, blinding) => {
        const hidden = await blindingOf(rsa, message, salt, blinding);
        const signature = finish(rsa, hidden, signBlindly(blind(rsa, hidden)))!;
        expect(opensslVerifies(message, signature)).toBe(true);
        expect(await verifyToken(rsa, message, signature)).toBe(true);
        expect(await suite.verify(theirKey, signature, message)).toBe(true);
        const theirs = await suite.blind(theirKey, message);
        const finished = await suite.finalize(theirKey, message, signBlindly(theirs.blindedMsg), theirs.inv);
        expect(await verifyToken(rsa, message, finished)).toBe(true);
      }),
      cases(10),
    );
  }, PROPERTY_TIMEOUT);

  test("is blinded and finished as in the vectors of RFC 9474", async () => {
    const bytesOf = (text: string) => fromHex(text, text.length / 2)!;
    const key: RsaPublicKey = { modulus: toNumber(bytesOf(rfc9474.n)), bytes: 512 };
    const message = bytesOf(rfc9474.msgPrefix + rfc9474.msg);
    // The vectors name the inverse; its own inverse is the factor, here one more than the number it is made of.
    const factor = inverseOf(toNumber(bytesOf(rfc9474.inv)), key.modulus)!;
    const hidden = await blindingOf(key, message, bytesOf(rfc9474.salt), toBytes(factor - 1n, 512));
    expect(hidden.factor).toBe(factor);
    expect(hex(blind(key, hidden))).toBe(rfc9474.blindedMsg);
    expect(hex(finish(key, hidden, bytesOf(rfc9474.blindSig))!)).toBe(rfc9474.sig);
    expect(finish(key, { ...hidden, factor: 0n }, bytesOf(rfc9474.blindSig))).toBeNull();
    expect(await verifyToken(key, message, bytesOf(rfc9474.sig))).toBe(true);
  });

  test("any-changed-byte-is-caught", async () => {
    const message = utf8("prepared");
    const hidden = await blindingOf(rsa, message, new Uint8Array(48), new Uint8Array(400).fill(9));
    const signed = signBlindly(blind(rsa, hidden));
    const signature = finish(rsa, hidden, signed)!;
    await fc.assert(
      fc.asyncProperty(fc.nat(383), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const wrong = Uint8Array.from(signature, (byte, here) => (here === at ? byte ^ change : byte));
        expect(await verifyToken(rsa, message, wrong)).toBe(false);
        expect(finish(rsa, hidden, Uint8Array.from(signed, (byte, here) => (here === at ? byte ^ change : byte)))).toBeNull();
      }),
      cases(50),
    );
    expect(await verifyToken(rsa, message, signature.subarray(1))).toBe(false);
    expect(await verifyToken(rsa, utf8("other"), signature)).toBe(false);
  }, PROPERTY_TIMEOUT);

  test("signed with another key than that of leaf 0 is refused by the voter's side", async () => {
    const request = await requestToken(votingKey, place.manifestHash, "1", rsa, webCurves);
    const tagging = generateKeyPairSync("rsa", { modulusLength: 3072 });
    const other = request.blinded.with(0, 0);
    expect(finishToken(request, signBlindly(other, tagging.privateKey))).toBeNull();
  });

  test("is asked for in the same words each time", async () => {
    const [once, again, elsewhere] = await Promise.all([
      requestToken(votingKey, place.manifestHash, "1", rsa, webCurves),
      requestToken(votingKey, place.manifestHash, "1", rsa, nobleCurves),
      requestToken(votingKey, new Uint8Array(32), "1", rsa, webCurves),
    ]);
    expect(again).toEqual(once);
    expect(elsewhere.key).not.toEqual(once.key);
  });

  test("takes only keys of 3072 bits with the usual exponent", async () => {
    const { n = "" } = issuer.publicKey.export({ format: "jwk" });
    const of = (modulus: string, exponent: string) => readRsaKey(new Uint8Array(createPublicKey({ key: { kty: "RSA", n: modulus, e: exponent }, format: "jwk" }).export({ type: "spki", format: "der" })));
    expect(await of(n, "AQAB")).not.toBeNull();
    // 2048 bits: the first 256 of the 384 bytes.
    expect(await of(base64url(fromBase64url(n)!.subarray(0, 256)), "AQAB")).toBeNull();
    expect(await of(n, "Aw")).toBeNull();
    expect(await readRsaKey(utf8("no key"))).toBeNull();
    expect(hex(spki)).toBe(hex(createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" }).export({ type: "spki", format: "der" })));
  });
});

describe("a ballot", async () => {
  const request = await requestToken(votingKey, place.manifestHash, "1", rsa, webCurves);
  const token = finishToken(request, signBlindly(request.blinded))!;
  const fill = (choices: readonly number[], version = 1, curves = webCurves) =>
    fillBallot({ place, style: "1", ballotClass: "online", votingKey, token, version, vote: { choices } }, curves);
  const box = ed25519.keygen(new Uint8Array(32).fill(1));

  test("is signed by the voter's key, carries the issuer's token and is one line in the log", async () => {
    const { leaf, leafHash: hash } = await fill([1, 4]);
    expect(ed25519.verify(fromBase64url(leaf.signature)!, ballotSignedBytes(bodyOf(leaf)), fromBase64url(leaf.key)!)).toBe(true);
    const prepared = preparedTokenMessage(fromBase64url(leaf.token.prefix)!, place.manifestHash, "1", fromBase64url(leaf.key)!);
    expect(opensslVerifies(prepared, fromBase64url(leaf.token.signature)!)).toBe(true);
    expect(readLeaf(leafText(leaf))).toEqual({ leaf });
    expect(hash).toEqual(new Uint8Array(leafHash(sha256, leafBytes(leaf))));
    expect(await leafHashOf(leafBytes(leaf))).toEqual(hash);
  });

  test("is the same bytes again from any device, and other bytes in the next version", async () => {
    const first = castText(await fill([1, 4]));
    expect(castText(await fill([1, 4]))).toBe(first);
    expect(castText(await fill([1, 4], 1, nobleCurves))).toBe(first);
    const next = await fill([1, 4], 2);
    expect(next.leaf.commitment).not.toBe((await fill([1, 4])).leaf.commitment);
  });

  test("shares no key with another vote sent under the same version", async () => {
    const [one, other] = await Promise.all([fill([1]), fill([2])]);
    expect(hex(one.sealed.subarray(0, 32))).not.toBe(hex(other.sealed.subarray(0, 32)));
  });

  test("reaches the box whole, and anything else is no ballot", async () => {
    const filled = await fill([2]);
    const sent = JSON.parse(castText(filled)) as { ballot: Record<string, unknown>; sealed: string };
    expect(readCast(sent)).toEqual({ leaf: filled.leaf, sealed: filled.sealed });
    for (const name of Object.keys(sent.ballot)) {
      expect(readCast({ ...sent, ballot: { ...sent.ballot, [name]: undefined } })).toBeNull();
      expect(readCast({ ...sent, ballot: { ...sent.ballot, [name]: { $gt: "" } } })).toBeNull();
    }
    expect(readCast({ ...sent, ballot: { ...sent.ballot, note: "more" } })).toBeNull();
    for (const other of [null, "", [], {}, { ballot: sent.ballot, sealed: "§" }, { ballot: null, sealed: "" }]) expect(readCast(other)).toBeNull();
  });

  test("opens with the count key to what was chosen, and as no other ballot", async () => {
    const { leaf, sealed } = await fill([3, 9]);
    const ballot = { manifestHash: place.manifestHash, key: request.key, version: 1, commitment: fromHex(leaf.commitment, 32)! };
    const keys = { countSecret, countKey, paddedBytes: place.paddedBytes };
    const opened = await openSealed(sealed, keys, ballot, nobleCurves);
    expect(opened).toMatchObject({ vote: utf8(canonicalVote({ choices: [3, 9] })) });
    expect(await openSealed(sealed, keys, { ...ballot, version: 2 }, webCurves)).toBe("does-not-open");
    expect(await openSealed(sealed, keys, { ...ballot, key: countKey }, webCurves)).toBe("does-not-open");
    expect(await openSealed(sealed, keys, { ...ballot, commitment: countKey }, webCurves)).toBe("does-not-open");
    expect(await openSealed(sealed.subarray(1), keys, ballot, webCurves)).toBe("does-not-open");
    expect(await openSealed(sealed, { ...keys, countSecret: new Uint8Array(32).fill(8) }, ballot, webCurves)).toBe("does-not-open");
  });

  test("says nothing by its length", async () => {
    const lengths = await Promise.all([[], [1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]].map(async (choices) => castText(await fill(choices)).length));
    expect(new Set(lengths).size).toBe(1);
    await expect(fill(Array.from({ length: 60 }, (_, at) => at))).rejects.toThrow(RangeError);
  });

  test("is promised a place in the log by the box's key only", async () => {
    const { leafHash: hash } = await fill([1]);
    const promise = base64url(ed25519.sign(promiseBytes(place.poll, hash), box.secretKey));
    const answer = { leaf: hex(hash), promise };
    expect(await isPromised(answer, place, hash, box.publicKey, webCurves)).toBe(true);
    expect(await isPromised(answer, place, hash, request.key, webCurves)).toBe(false);
    expect(await isPromised({ ...answer, promise: promise.replace(/^./, (first) => (first === "A" ? "B" : "A")) }, place, hash, box.publicKey, webCurves)).toBe(false);
    expect(await isPromised(answer, { poll: place.poll.replace("1", "2") }, hash, box.publicKey, webCurves)).toBe(false);
  });
});

describe("a key that may stand for a voter", () => {
  // y of the points of small order, and ways to write them that some libraries read (as libsodium lists them).
  const small = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ].map((text) => fromHex(text, 32)!);

  test("is none of small order, with either sign, though OpenSSL would take a forged signature under it", async () => {
    for (const key of small) for (const sign of [0, 128]) expect(isUsableKey(key.with(31, key[31]! | sign))).toBe(false);
    const identity = small[1]!;
    const forged = new Uint8Array(64);
    forged[0] = 1;
    expect(await webCurves.ed25519Verify(identity, utf8("anything"), forged)).toBe(false);
    expect(await nobleCurves.ed25519Verify(identity, utf8("anything"), forged)).toBe(false);
  });

  test("are all points of small order that there are", () => {
    const torsion = ed25519.Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    let point = torsion;
    for (let times = 0; times < 8; times += 1) {
      expect(isUsableKey(point.toBytes())).toBe(false);
      point = point.add(torsion);
    }
  });

  test("every-honest-key-is-usable", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), async (seed) => {
        const key = await webCurves.ed25519Key(seed);
        expect(isUsableKey(key)).toBe(true);
        expect(await nobleCurves.ed25519Key(seed)).toEqual(key);
      }),
      cases(50),
    );
  });

  test.each([
    // RFC 8032 section 7.1, tests 1 to 3.
    ["9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"],
    ["4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"],
    ["c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"],
  ])("signs as RFC 8032 says: %s", async (seed, key, message, signature) => {
    const [secret, said] = [fromHex(seed, 32)!, fromHex(message, message.length / 2)!];
    for (const curves of [webCurves, nobleCurves]) {
      expect(hex(await curves.ed25519Key(secret))).toBe(key);
      expect(hex(await curves.ed25519Sign(secret, said))).toBe(signature);
      expect(await curves.ed25519Verify(fromHex(key, 32)!, said, fromHex(signature, 64)!)).toBe(true);
    }
  });

  test("shares a secret as RFC 7748 section 6.1 says", async () => {
    const alice = fromHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a", 32)!;
    const bob = fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", 32)!;
    for (const curves of [webCurves, nobleCurves]) {
      expect(hex(await curves.x25519Key(bob))).toBe("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
      expect(hex(await curves.x25519Shared(bob, alice))).toBe("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    }
  });
});
