import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { hex, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import { splitCheckpoints, type Election } from "#domain/voting/ballot-box/bundle.ts";
import { packBundle } from "#domain/voting/ballot-box/pack-bundle.ts";
import { webCurves, type Curves } from "#domain/voting/ballot-box/curves.ts";
import { nobleCurves } from "#domain/voting/ballot-box/noble-curves.ts";
import { verificationInBrowser } from "#domain/voting/ballot-box/verify/in-browser.ts";
import { UnreadableBundle, verifyBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { makeElection, USUAL_PLAN } from "#testing/elections/synthetic-election.ts";
import { draftOf, writeFolder, writeTexts } from "#testing/elections/write-bundle.ts";
import type { CheckedLeaf } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import { batchChecker } from "./check-batch.ts";
import { runVerifier } from "./command.ts";
import { checkInThreads } from "./leaf-threads.ts";

const folder = mkdtempSync(path.join(tmpdir(), "verifier-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const election = await makeElection(USUAL_PLAN);
const texts = await writeTexts(draftOf(election));
const bundle = path.join(folder, "bundle");
writeFolder(bundle, texts);

const pieces: Uint8Array[] = [];
const linesOf = (text = "") => ({ bytes: utf8(text).length, lines: [text.split("\n").slice(0, -1)] });
const { manifest, manifestHash } = election;
const { logKey, leaves, checkpoints, openings, votes } = JSON.parse(texts["election.json"] ?? "") as Election;
const archive = packBundle({
  facts: { manifest, manifestHash, logKey, leaves, checkpoints, openings, votes },
  leaves: linesOf(texts["leaves.ndjson"]),
  openings: linesOf(texts["openings.ndjson"]),
  checkpoints: splitCheckpoints(texts["checkpoints.txt"] ?? "") ?? [],
  results: election.results,
  votes: utf8(texts["votes.pb"] ?? ""),
});
for await (const piece of archive) pieces.push(piece);
const tar = Buffer.concat(pieces);
const file = (name: string, content: string | Uint8Array): string => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};
const receipt = file("receipt.json", election.receipt(election.leaves.findIndex(({ type }) => type === "ballot")));
const run = (...given: string[]) => runVerifier(given, () => undefined);

describe("in a browser", () => {
  const verify = async (bytes: Uint8Array, curves: Curves) => verifyBundle(await verificationInBrowser(new Blob([new Uint8Array(bytes)]).stream(), curves));

  test("the same is found, with the browser's curves and with the library's", async () => {
    for (const curves of [webCurves, nobleCurves]) expect(await verify(tar, curves)).toMatchObject({ faults: [], facts: { keys: 60 } });
    const at = tar.indexOf('"type":"reissue"');
    const tampered = Buffer.concat([tar.subarray(0, at - 3), Buffer.from("0"), tar.subarray(at - 2)]);
    expect((await verify(tampered, webCurves)).faults.map(({ name }) => name)).toEqual(["leaf-of-another-poll", "root-differs"]);
  });

  test("an archive cut off cannot be read", async () => {
    await expect(verify(tar.subarray(0, 3_000), webCurves)).rejects.toThrow(UnreadableBundle);
  });
});

describe("in threads", () => {
  const styles = manifest.styles;
  const context = { poll: manifest.poll, manifestHash, styles: styles.map(({ name }) => name) };
  const lines = (texts["leaves.ndjson"] ?? "").split("\n").slice(0, -1).map((line, at) => (at % 20 === 19 ? line.replace(manifest.poll, "another") : line));
  async function* batches(fault: Error | null = null): AsyncGenerator<readonly string[]> {
    for (let at = 0; at < lines.length; at += 3) yield lines.slice(at, at + 3);
    if (fault !== null) throw fault;
  }
  const checked = async (given: AsyncIterable<readonly string[]>): Promise<CheckedLeaf[]> => {
    const all: CheckedLeaf[] = [];
    for await (const batch of checkInThreads({ independent: false })(manifest, context, given)) all.push(...batch);
    return all;
  };

  test("the same is said of each leaf as in one, in the order of the log", async () => {
    const alone = await batchChecker({ context, styles, secondOpinionEvery: Infinity })({ first: 0, lines });
    const inWords = (leaves: readonly CheckedLeaf[]) => leaves.map(({ hash, ...rest }) => ({ hash: hex(hash), ...rest }));
    const said = await checked(batches());
    expect(inWords(said)).toEqual(inWords(alone));
    expect(said.filter(({ faults }) => faults.length > 0).length).toBe(Math.floor(lines.length / 20));
  });

  test("a fault of the reader is told of", async () => {
    await expect(checked(batches(new UnreadableBundle("cut off")))).rejects.toThrow("cut off");
  });
});

describe("npm run verify", () => {
  test("takes the folder, the archive and the archive packed, and says the same of each", async () => {
    const answers = [await run(bundle), await run(file("bundle.tar", tar)), await run(file("bundle.tar.gz", gzipSync(tar)))];
    for (const { code, output } of answers) {
      expect(code).toBe(0);
      expect(output).toBe(answers[0]?.output);
      expect(output).toMatch(/Verified: everything that can be checked is as it should be\.\n$/);
    }
  });

  test("follows a receipt", async () => {
    expect((await run(bundle, "--receipt", receipt)).output).toMatch(/your ballot {9}leaf \d+ (is the last of its key|was replaced)/);
    const wrong = file("wrong.json", readFileSync(receipt, "utf8").replace(/"leaf":"[0-9a-f]{64}/, `"leaf":"${"0".repeat(64)}`));
    const { code, output } = await run(bundle, `--receipt=${wrong}`);
    expect(code).toBe(1);
    expect(output).toContain("FAULT receipt-not-in-log");
    expect(output).toContain("FAULT promise-forged");
  });

  test("asks a second implementation of every signature when told to", async () => {
    expect((await run(bundle, "--independent")).code).toBe(0);
  });

  test("answers a program in JSON", async () => {
    const { output } = await run(bundle, "--json");
    expect(JSON.parse(output)).toMatchObject({ faults: [], facts: { keys: 60, poll: election.manifest.poll } });
  });

  test.each([
    ["nothing there", [path.join(folder, "nowhere")]],
    ["no bundle named", []],
    ["two bundles named", [bundle, bundle]],
    ["an unknown option", [bundle, "--hurry"]],
    ["a receipt that is not there", [bundle, "--receipt", path.join(folder, "nothing")]],
    ["a receipt that is none", [bundle, "--receipt", file("no-receipt", "{}")]],
    ["an archive cut off", [file("cut.tar", tar.subarray(0, tar.length - 600))]],
    ["an archive without its end", [file("short.tar", tar.subarray(0, 5_000))]],
    ["a packed archive cut off", [file("cut.tar.gz", gzipSync(tar).subarray(0, -40))]],
    ["a file that is no archive", [file("photo.jpg", Buffer.alloc(4_000, 7))]],
    ["an empty file", [file("empty.tar", "")]],
  ])("says that it cannot read %s", async (_, given) => {
    const { code, output } = await run(...given);
    expect(code).toBe(2);
    expect(output).toMatch(/^(Cannot be read|name one|unknown option)/);
  });

  test.each([
    ["election.json", (content: string) => content.slice(0, -5)],
    ["election.json", () => "{}"],
    ["leaves.ndjson", (content: string) => content.slice(0, -5)],
    ["leaves.ndjson", () => ""],
    ["openings.ndjson", (content: string) => content.slice(0, -1)],
    ["openings.ndjson", null],
    ["checkpoints.txt", null],
    ["leaves.ndjson", null],
  ] as const)("cannot read a folder whose %s was cut off or left out", async (name, change) => {
    const where = path.join(folder, `cut-${name}`);
    rmSync(where, { recursive: true, force: true });
    const { [name]: content = "", ...rest } = texts;
    writeFolder(where, change === null ? rest : { ...rest, [name]: change(content) });
    expect((await run(where)).code).toBe(2);
  });

  test("is never packed with a file shorter than its header says", async () => {
    const short = packBundle({ facts: { manifest, manifestHash, logKey, leaves, checkpoints, openings, votes: null }, leaves: { bytes: 9, lines: [["a"]] }, openings: null, checkpoints: [], results: "", votes: null });
    const read = async () => {
      for await (const _ of short);
    };
    await expect(read()).rejects.toThrow("leaves.ndjson has 2 bytes and not 9");
  });

  test("takes bytes that are no text for nothing else", async () => {
    const where = path.join(folder, "bytes");
    writeFolder(where, texts);
    writeFileSync(path.join(where, "leaves.ndjson"), Buffer.concat([Buffer.from(texts["leaves.ndjson"] ?? ""), Buffer.from([0xff, 0x0a])]));
    expect(await run(where)).toMatchObject({ code: 2, output: "Cannot be read: leaves.ndjson is no text.\n" });
  });
});
