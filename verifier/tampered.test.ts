import { describe, expect, test } from "vitest";
import { BUNDLE_FAULTS } from "#domain/voting/ballot-box/verify/faults.ts";
import { writeProof } from "#domain/voting/ballot-box/proof.ts";
import { fromHex, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import { leafHash } from "#domain/voting/ballot-box/leaves.ts";
import { MerkleTree } from "#domain/voting/ballot-box/merkle-tree.ts";
import { splitCheckpoints } from "#domain/voting/ballot-box/bundle.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import type { Receipt } from "#domain/voting/ballot-box/receipt-file.ts";
import { FAULT_SENTENCES } from "./fault-sentences.ts";
import { checkTwice } from "./check-twice.ts";
import { opensslCryptography } from "./openssl-cryptography.ts";
import { secondCryptography } from "./second-cryptography.ts";
import { makeElection, sha256, USUAL_PLAN } from "#testing/elections/synthetic-election.ts";
import { ballotDropped, TAMPERINGS } from "#testing/elections/tampering.ts";
import { verifyTexts } from "#testing/elections/verify-texts.ts";
import { draftOf, writeTexts } from "#testing/elections/write-bundle.ts";

const election = await makeElection(USUAL_PLAN);
const draft = draftOf(election);
const texts = await writeTexts(draft);
const named = async (given: typeof texts, receipt?: string) => (await verifyTexts(given, receipt)).faults.map(({ name }) => name);

describe("a bundle tampered with", () => {
  test("is sound before", async () => {
    expect(await named(texts)).toEqual([]);
  });

  test.each(TAMPERINGS)("$what: $fault", async ({ fault, change, with: others = [] }) => {
    const names = await named(await change(draft));
    if (others === "any") expect(names).toContain(fault);
    else expect(new Set(names)).toEqual(new Set([fault, ...others]));
  });

  test("has every fault there is, each with its sentence", () => {
    const elsewhere = ["lots-missing", "opinions-differ", "receipt-of-another-poll", "promise-forged", "receipt-not-in-log", "proof-wrong"];
    expect([...new Set([...TAMPERINGS.map(({ fault }) => fault), ...elsewhere])].sort()).toEqual([...BUNDLE_FAULTS].sort());
    expect(Object.keys(FAULT_SENTENCES).sort()).toEqual([...BUNDLE_FAULTS].sort());
  });

  test("of which a tie was settled without lots in the log: lots-missing", async () => {
    const tied = await makeElection({ ...USUAL_PLAN, seed: "tied", kind: "single-choice", maxChoices: 1, rule: "fptp", places: 1, invalid: 100, papers: 0, telephone: 0 });
    const of = draftOf(tied);
    expect(await named(await writeTexts(of))).toEqual([]);
    const at = tied.leaves.findIndex(({ type }) => type === "seed");
    expect(await named(await writeTexts({ ...of, lines: of.lines.toSpliced(at, 1), sizes: of.sizes.map((size) => (size > at ? size - 1 : size)) }))).toEqual(["lots-missing"]);
  });
});

describe("a receipt", () => {
  const at = election.leaves.findIndex(({ type }) => type === "ballot");
  const receipt = JSON.parse(election.receipt(at)) as Receipt;
  const tree = new MerkleTree(sha256, draft.lines.map((line) => leafHash(sha256, utf8(line))));
  const checkpoint = splitCheckpoints(texts["checkpoints.txt"] ?? "")?.at(-1) ?? "";
  const proof = writeProof({ index: at, path: tree.inclusionProof(at), checkpoint });
  const faultsOf = (change: Partial<Receipt>) => named(texts, JSON.stringify({ ...receipt, ...change }));

  test("holds, with its proof", async () => {
    expect(await faultsOf({})).toEqual([]);
    expect(await faultsOf({ proof })).toEqual([]);
    expect(await webCurves.ed25519Verify(election.logKey, utf8("other"), fromHex("00".repeat(64), 64)!)).toBe(false);
  });

  test("of another poll, forged, or with a proof of another leaf is told apart", async () => {
    expect(await faultsOf({ poll: "00000000-0000-4000-8000-000000000000" })).toEqual(["receipt-of-another-poll"]);
    expect(await faultsOf({ manifest: "0".repeat(64) })).toEqual(["receipt-of-another-poll"]);
    expect(await faultsOf({ promise: "A".repeat(86) })).toEqual(["promise-forged"]);
    expect(await faultsOf({ proof: proof.replace(`index ${at}`, `index ${at + 1}`) })).toEqual(["proof-wrong"]);
    expect(await faultsOf({ leaf: "0".repeat(64) })).toEqual(["promise-forged", "receipt-not-in-log"]);
  });

  test("shows a ballot that was taken out of the log, when nothing else could", async () => {
    const dropped = ballotDropped(draft);
    expect(await named(await writeTexts(dropped.draft), dropped.receipt)).toContain("receipt-not-in-log");
  });
});

test("two implementations that say something else of a leaf are told of: opinions-differ", async () => {
  const line = draft.lines.find((one) => one.includes('"type":"ballot"')) ?? "";
  const { manifest, manifestHash } = election;
  const context = { poll: manifest.poll, manifestHash, styles: ["1"] };
  const first = opensslCryptography(manifest.styles);
  const second = secondCryptography(manifest.styles);
  expect((await checkTwice(line, context, first, second)).faults).toEqual([]);
  expect((await checkTwice(line, context, first, { ...second, verifySignature: () => false })).faults).toEqual(["opinions-differ"]);
  expect((await checkTwice(line, context, { ...first, verifyToken: () => true }, second)).faults).toEqual([]);
});
