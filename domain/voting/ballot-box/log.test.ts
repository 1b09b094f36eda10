import { hash, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { base64, fromBase64, fromHex, hex, utf8 } from "./bytes.ts";
import { isSignedByLog, readCheckpoint, signCheckpoint, verifierKey } from "./checkpoint.ts";
import { webCurves } from "./curves.ts";
import { leafHash } from "./leaves.ts";
import { appended, EMPTY_RANGE, MerkleTree, rootOf, verifyConsistency, verifyInclusion } from "./merkle-tree.ts";
import { checkProof, readProof, writeProof } from "./proof.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash("sha256", bytes, "buffer"));
/** SHA-256 that reckons nothing twice: proofs of one tree meet in the same nodes again and again. */
function hashedOnce(): typeof sha256 {
  const known = new Map<string, Uint8Array>();
  return (bytes) => {
    const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    const output = known.get(input) ?? sha256(bytes);
    known.set(input, output);
    return output;
  };
}
const leaves = (count: number): Uint8Array[] => Array.from({ length: count }, (_, at) => leafHash(sha256, utf8(`leaf ${at}`)));

describe("the tree", () => {
  // Inputs and roots of the reference implementation of Certificate Transparency (certificate-transparency-go, merkle tests).
  const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];

  test("has the roots of Certificate Transparency", () => {
    const tree = new MerkleTree(sha256);
    expect(hex(tree.root())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    inputs.forEach((input, at) => {
      tree.append(leafHash(sha256, fromHex(input, input.length / 2)!));
      expect(hex(tree.root())).toBe(roots[at]);
    });
    expect(tree.inclusionProof(0, 8).map(hex)).toEqual(["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]);
    expect(tree.consistencyProof(6, 8).map(hex)).toEqual(["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]);
  });

  test("proves every leaf and every growth up to 130 leaves (in the long run 260), and nothing else", async () => {
    // One tree past each power of two that it reaches.
    const most = cases(1).numRuns > 1 ? 260 : 130;
    const all = leaves(most);
    const once = hashedOnce();
    const tree = new MerkleTree(once, all);
    const rootsOf = [tree.root(0)];
    for (let size = 1; size <= most; size += 1) {
      const root = tree.root(size);
      rootsOf.push(root);
      expect(rootOf(once, appended(once, EMPTY_RANGE, all.slice(0, size)))).toEqual(root);
      for (let index = 0; index < size; index += 1) {
        const proof = { leafHash: all[index]!, index, size, proof: tree.inclusionProof(index, size), root };
        if (!(await verifyInclusion(once, proof))) throw new Error(`leaf ${index} of ${size}`);
        if (await verifyInclusion(once, { ...proof, index: (index + 1) % size }) && size > 1) throw new Error(`leaf ${index} of ${size} elsewhere`);
        if (await verifyInclusion(once, { ...proof, leafHash: all[most - 1 - index]! }) && most - 1 - index !== index) throw new Error(`another leaf at ${index} of ${size}`);
        const growth = { first: index, second: size, firstRoot: rootsOf[index]!, secondRoot: root, proof: tree.consistencyProof(index, size) };
        if (!(await verifyConsistency(once, growth))) throw new Error(`growth from ${index} to ${size}`);
        if (index > 0 && (await verifyConsistency(once, { ...growth, firstRoot: all[0]!.with(0, 0) }))) throw new Error(`another past of ${index} in ${size}`);
      }
    }
  }, 300_000);

  test("one-leaf-one-proof: a proof shortened, lengthened or changed in a bit proves nothing", async () => {
    const tree = new MerkleTree(sha256, leaves(100));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 100 }), fc.nat(99), fc.nat(10), fc.nat(31), fc.nat(7), async (size, at, which, byte, bit) => {
        const index = at % size;
        const good = { leafHash: tree.leaf(index), index, size, proof: tree.inclusionProof(index, size), root: tree.root(size) };
        const bad = good.proof.map((hash, here) => (here === which % good.proof.length ? hash.with(byte, hash[byte]! ^ (1 << bit)) : hash));
        expect(await verifyInclusion(sha256, { ...good, proof: bad })).toBe(false);
        expect(await verifyInclusion(sha256, { ...good, proof: good.proof.slice(1) })).toBe(false);
        expect(await verifyInclusion(sha256, { ...good, proof: [...good.proof, good.root] })).toBe(false);
      }),
      cases(200),
    );
  }, PROPERTY_TIMEOUT);

  test("grows in any steps to the same root", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (steps) => {
        const all = leaves(steps.reduce((sum, step) => sum + step, 0));
        let range = EMPTY_RANGE;
        for (const step of steps) range = appended(sha256, range, all.slice(range.size, range.size + step));
        expect(rootOf(sha256, range)).toEqual(new MerkleTree(sha256, all).root());
      }),
      cases(50),
    );
  });

  test("refuses what is not in it", () => {
    const tree = new MerkleTree(sha256, leaves(5));
    expect(() => tree.inclusionProof(5)).toThrow(RangeError);
    expect(() => tree.consistencyProof(6)).toThrow(RangeError);
    expect(() => tree.root(6)).toThrow(RangeError);
    expect(() => tree.append(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe("a checkpoint and a proof", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const logKey = new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(12));
  const log = { origin: "vote.example.org/ballot-log/1", logKey };
  const verify = webCurves.ed25519Verify;
  const tree = new MerkleTree(sha256, leaves(77));
  const note = await signCheckpoint({ origin: log.origin, size: 77, root: tree.root() }, logKey, (message) => sign(null, message, privateKey));
  const proof = writeProof({ index: 12, path: tree.inclusionProof(12), checkpoint: note });

  test("are read back, and hold", async () => {
    expect(note).toMatch(/^vote\.example\.org\/ballot-log\/1\n77\n[\w+/]{43}=\n\n— vote\.example\.org\/ballot-log\/1 \S+\n$/);
    expect(readCheckpoint(note)).toMatchObject({ origin: log.origin, size: 77 });
    expect(await isSignedByLog(readCheckpoint(note)!, log, verify)).toBe(true);
    expect(await verifierKey(log.origin, logKey)).toMatch(/^vote\.example\.org\/ballot-log\/1\+[0-9a-f]{8}\+AQ?\S+$/i);
    expect(await checkProof(proof, tree.leaf(12), log, verify)).toMatchObject({ index: 12, checkpoint: { size: 77 } });
    expect(readProof(proof.replace("index", "extra SGVsbG8=\nindex"))).toEqual(readProof(proof));
  });

  test("of the Go checksum database's note has the same key id and the same signature", async () => {
    // golang.org/x/mod/sumdb/note, note_test.go: name, key and a signed text.
    const key = fromBase64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", 33)!;
    expect(await verifierKey("PeterNeumann", key.subarray(1))).toBe(`PeterNeumann+c74f20a3+${base64(key)}`);
    const signed = fromBase64("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=", 68)!;
    expect(hex(signed.subarray(0, 4))).toBe("c74f20a3");
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    expect(await verify(key.subarray(1), utf8(text), signed.subarray(4))).toBe(true);
  });

  test("cosigned by a witness are still the log's", async () => {
    const cosigned = `${note}— witness.example.org ${base64(new Uint8Array(76))}\n`;
    expect(await isSignedByLog(readCheckpoint(cosigned)!, log, verify)).toBe(true);
  });

  test("are not taken from another log, for another leaf, or with another signature", async () => {
    expect(await checkProof(proof, tree.leaf(13), log, verify)).toBe("not-in-the-log");
    expect(await checkProof(proof.replace("index 12", "index 13"), tree.leaf(12), log, verify)).toBe("not-in-the-log");
    expect(await checkProof(proof, tree.leaf(12), { ...log, origin: `${log.origin}2` }, verify)).toBe("not-signed-by-the-log");
    expect(await checkProof(proof, tree.leaf(12), { ...log, logKey: logKey.with(0, 1) }, verify)).toBe("not-signed-by-the-log");
    expect(await checkProof(proof.replace("\n77\n", "\n78\n"), tree.leaf(12), log, verify)).toBe("not-signed-by-the-log");
    for (const text of ["", "c2sp.org/tlog-proof@v1\n", proof.replace("@v1", "@v2"), proof.replace("index 12", "index 012"), proof.slice(0, -1), proof.replace("\n\n", "\n"), `${proof}\n`]) {
      expect(await checkProof(text, tree.leaf(12), log, verify)).toBe("not-a-proof");
    }
  });
});
