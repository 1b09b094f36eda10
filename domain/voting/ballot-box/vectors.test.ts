import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { readBallotKey, type BallotKey } from "./ballot-key.ts";
import { readRsaKey } from "./blind-signature.ts";
import type { RsaPublicKey } from "./primitives.ts";
import { fromBase64url, fromHex, hex, utf8, type Bytes } from "./bytes.ts";
import { ballotSignedBytes, bodyOf, fillBallot, promiseBytes } from "./cast-ballot.ts";
import { signCheckpoint, verifierKey } from "./checkpoint.ts";
import { webCurves, type Curves } from "./curves.ts";
import { derive } from "./derivation.ts";
import { leafHash, leafText } from "./leaves.ts";
import { readManifest, type Manifest } from "./manifest.ts";
import { MerkleTree } from "./merkle-tree.ts";
import { nobleCurves } from "./noble-curves.ts";
import { openingOf, openingText } from "./opening.ts";
import { checkProof, writeProof } from "./proof.ts";
import { shownTrackingCode, trackingCodeOfLeaf } from "./receipt.ts";
import { openSealed } from "./seal.ts";
import { finishToken, preparedTokenMessage, requestToken } from "./token.ts";
import vectors from "./vectors/protocol.json" with { type: "json" };

/** docs/ballot-box.md shows these: whoever writes another program for the protocol can hold it against them. */
const bytes = (text: string): Bytes => fromHex(text, text.length / 2) as Bytes;
const sha256 = (given: Uint8Array): Uint8Array => hash("sha256", given, "buffer");
const read = readBallotKey(vectors.votingKey);
const votingKey = (read.ok ? read.value : "") as BallotKey;
const manifest = readManifest(vectors.leaf0) as Manifest;
const M = bytes(vectors.manifestHash);

test.each([
  ["WebCrypto", webCurves],
  ["noble", nobleCurves],
] as const)("the test vectors of the protocol come out by %s", async (_, curves: Curves) => {
  expect(hex(sha256(utf8(vectors.leaf0)))).toBe(vectors.manifestHash);
  expect(hex(await curves.x25519Key(bytes(vectors.countSecret)))).toBe(vectors.countKey);
  expect(hex(await curves.ed25519Key(bytes(vectors.logSeed)))).toBe(vectors.logKey);
  for (const [purpose, value] of Object.entries(vectors.derived)) expect(hex(await derive(votingKey, M, purpose as "prefix", value.length / 2))).toBe(value);

  const issuer = (await readRsaKey(fromBase64url(manifest.styles[0]?.key ?? "") as Bytes)) as RsaPublicKey;
  const request = await requestToken(votingKey, M, "1", issuer, curves);
  if (!request) throw new Error("no request");
  expect([request.key, request.blinded].map(hex)).toEqual([vectors.key, vectors.blinded]);
  expect(hex(preparedTokenMessage(request.prefix, M, "1", request.key))).toBe(vectors.preparedTokenMessage);
  const token = finishToken(request, bytes(vectors.blindSignature));
  if (!token) throw new Error("no token");
  expect(hex(token.signature)).toBe(vectors.token);

  const place = { poll: manifest.poll, manifestHash: M, countKey: bytes(vectors.countKey), paddedBytes: manifest.paddedBytes };
  const { leaf, sealed, leafHash: hash } = await fillBallot({ place, style: "1", ballotClass: "online", votingKey, token, version: 1, vote: { choices: [1, 3] } }, curves);
  expect(leaf.commitment).toBe(vectors.commitment);
  expect(hex(sealed)).toBe(vectors.sealed);
  expect(hex(ballotSignedBytes(bodyOf(leaf)))).toBe(vectors.ballotSignedBytes);
  expect(leafText(leaf)).toBe(vectors.ballotLeaf);
  expect(hex(hash)).toBe(vectors.ballotLeafHash);
  expect(shownTrackingCode(trackingCodeOfLeaf(hash))).toBe(vectors.trackingCode);
  expect(hex(await curves.ed25519Sign(bytes(vectors.logSeed), promiseBytes(manifest.poll, hash)))).toBe(vectors.promise);

  const tree = new MerkleTree(sha256, [vectors.leaf0, vectors.ballotLeaf, vectors.closeLeaf].map((line) => leafHash(sha256, utf8(line))));
  expect(hex(tree.root())).toBe(vectors.root);
  const logKey = bytes(vectors.logKey);
  expect(await verifierKey(manifest.origin, logKey)).toBe(vectors.logVerifierKey);
  expect(await signCheckpoint({ origin: manifest.origin, size: 3, root: tree.root() }, logKey, (message) => curves.ed25519Sign(bytes(vectors.logSeed), message))).toBe(vectors.checkpoint);
  expect(writeProof({ index: 1, path: tree.inclusionProof(1), checkpoint: vectors.checkpoint })).toBe(vectors.proof);
  expect(await checkProof(vectors.proof, hash, { origin: manifest.origin, logKey }, curves.ed25519Verify)).toMatchObject({ index: 1 });

  const opened = await openSealed(sealed, { countSecret: bytes(vectors.countSecret), countKey: bytes(vectors.countKey), paddedBytes: manifest.paddedBytes }, { manifestHash: M, key: request.key, version: 1, commitment: bytes(vectors.commitment) }, curves);
  expect(openingText(openingOf(manifest, 1, opened))).toBe(vectors.opening);
});
