import { hash, createPublicKey, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readReceipt, type Receipt } from "#domain/voting/ballot-box/receipt-file.ts";
import { UnreadableBundle, verifyBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { isUsableKey } from "#domain/voting/ballot-box/curves.ts";
import { openBundle } from "./read-bundle.ts";
import { checkInThreads } from "./leaf-threads.ts";
import { reportOf } from "./report.ts";

export const USAGE = "usage: npm run verify -- BUNDLE [--receipt FILE] [--independent] [--json]";

export interface Answer {
  readonly code: 0 | 1 | 2;
  readonly output: string;
}

interface Arguments {
  readonly bundle: string;
  readonly receipt: string | null;
  readonly independent: boolean;
  readonly json: boolean;
}

/** Reads the command line, verifies, and puts what was found in words. `say` hears progress; lines that replace one another begin with a carriage return. */
export async function runVerifier(given: readonly string[], say: (text: string) => void): Promise<Answer> {
  const read = readArguments(given);
  if (typeof read === "string") return { code: 2, output: `${read}\n${USAGE}\n` };
  const { bundle, independent, json } = read;
  let opened: Awaited<ReturnType<typeof openBundle>> | null = null;
  try {
    const receipt = read.receipt === null ? null : await openReceipt(read.receipt);
    opened = await openBundle(bundle);
    const verified = await verifyBundle({
      source: opened.source,
      checkLeaves: checkInThreads({ independent }),
      digest: (bytes) => hash("sha256", bytes, "buffer"),
      verifyEd25519,
      receipt,
      onProgress: progressTo(say),
    });
    return { code: verified.faults.length === 0 ? 0 : 1, output: json ? `${JSON.stringify(verified)}\n` : reportOf(verified) };
  } catch (fault) {
    if (!(fault instanceof UnreadableBundle)) throw fault;
    return { code: 2, output: json ? `${JSON.stringify({ unreadable: fault.message })}\n` : `Cannot be read: ${fault.message}.\n` };
  } finally {
    await opened?.close();
  }
}

function readArguments(given: readonly string[]): Arguments | string {
  const bundles: string[] = [];
  let receipt: string | null = null;
  let independent = false;
  let json = false;
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at] ?? "";
    if (argument === "--receipt") receipt = given[(at += 1)] ?? "";
    else if (argument.startsWith("--receipt=")) receipt = argument.slice("--receipt=".length);
    else if (argument === "--independent") independent = true;
    else if (argument === "--json") json = true;
    else if (argument.startsWith("--")) return `unknown option ${argument}`;
    else bundles.push(argument);
  }
  const [bundle] = bundles;
  if (bundle === undefined || bundles.length > 1) return "name one bundle: a folder or the downloaded file";
  return receipt === "" ? "name the file of the receipt" : { bundle, receipt, independent, json };
}

async function openReceipt(file: string): Promise<Receipt> {
  const content = await readFile(file, "utf8").catch(() => null);
  if (content === null) throw new UnreadableBundle(`the receipt ${file} is not there`);
  const receipt = readReceipt(content);
  if (receipt === null) throw new UnreadableBundle(`${file} is no receipt`);
  return receipt;
}

/** Of RFC 8410: what stands before the 32 bytes of a public key. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isUsableKey(key)) return false;
  return verify(null, message, createPublicKey({ key: Buffer.concat([SPKI, key]), format: "der", type: "spki" }), signature);
}

/** Tells how far it is, on one line, at each hundredth. */
function progressTo(say: (text: string) => void): (step: string, done: number, of: number) => void {
  let shown = "";
  return (step, done, of) => {
    const text = `${step} ${of === 0 ? 100 : Math.floor((100 * done) / of)} %`;
    if (text === shown) return;
    shown = text;
    say(`\r${text.padEnd(20)}${step === "counting" ? "\n" : ""}`);
  };
}
