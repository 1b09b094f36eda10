/**
 * The limit of a cast: a bare node:http server that does for a ballot the same cryptography as the box (token, signature, hashes, promise)
 * and the same statement on the same database, several ballots gathered into one; nothing else. Settings in BARE_CAST as JSON.
 */
import { constants, createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { rawClient } from "#db/client.ts";
import { byteArrays } from "#db/byte-arrays.ts";

interface Settings {
  readonly pollId: string;
  /** Hash of leaf 0, hex. */
  readonly manifest: string;
  /** Key of the ballot style, DER in base64. */
  readonly styleKey: string;
  /** A key to sign promises with, DER in base64. */
  readonly logKey: string;
}

interface Sent {
  readonly ballot: Readonly<Record<string, unknown>> & { readonly key: string; readonly version: number; readonly style: string; readonly sealed: string; readonly signature: string; readonly token: { readonly prefix: string; readonly signature: string } };
  readonly sealed: string;
}

interface Waiting {
  readonly response: ServerResponse;
  readonly key: Buffer;
  readonly version: number;
  readonly hash: Buffer;
  readonly leaf: Buffer;
  readonly content: Buffer;
}

const { pollId, manifest, styleKey, logKey } = JSON.parse(process.env["BARE_CAST"] ?? "null") as Settings;
const style = createPublicKey({ key: Buffer.from(styleKey, "base64"), format: "der", type: "spki" });
const log = createPrivateKey({ key: Buffer.from(logKey, "base64"), format: "der", type: "pkcs8" });
const ED25519 = Buffer.from("302a300506032b6570032100", "hex");
const bytes = (text: string): Buffer => Buffer.from(text, "base64url");
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

let waiting: Waiting[] = [];
let underWay = 0;

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const { ballot, sealed } = JSON.parse(Buffer.concat(pieces).toString()) as Sent;
    const { signature, ...body } = ballot;
    const [key, content] = [bytes(ballot.key), bytes(sealed)];
    const name = Buffer.from(ballot.style);
    const message = Buffer.concat([bytes(ballot.token.prefix), Buffer.from("folkmoot/token/v1\0"), Buffer.from(manifest, "hex"), Buffer.of(name.length), name, key]);
    // What is sent is canonical already: its keys stand in order, and so do the body's.
    const signed = Buffer.from(`folkmoot/ballot/v1\0${JSON.stringify(body)}`);
    const good =
      sha256(content).toString("hex") === ballot.sealed &&
      verify("sha384", message, { key: style, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, bytes(ballot.token.signature)) &&
      verify(null, signed, createPublicKey({ key: Buffer.concat([ED25519, key]), format: "der", type: "spki" }), bytes(signature));
    if (!good) return void response.writeHead(422).end();
    const leaf = Buffer.from(JSON.stringify(ballot));
    waiting.push({ response, key, version: ballot.version, hash: sha256(Buffer.of(0), leaf), leaf, content });
    if (underWay < 2) setImmediate(() => void write());
  });
}).listen(Number(process.env["PORT"]), "127.0.0.1");

async function write(): Promise<void> {
  if (waiting.length === 0 || underWay >= 2) return;
  const together = waiting;
  waiting = [];
  underWay += 1;
  const judged = await rawClient()<{ place: string; outcome: string }[]>`
    select place, outcome from box.cast_ballots(${pollId}, ${byteArrays(together.map(({ key }) => key))}, ${together.map(({ version }) => version)}::smallint[],
      ${byteArrays(together.map(({ hash }) => hash))}, ${byteArrays(together.map(({ leaf }) => leaf))}, ${byteArrays(together.map(({ content }) => content))})`;
  for (const { place, outcome } of judged) {
    const one = together[Number(place) - 1];
    if (!one) continue;
    const promise = sign(null, Buffer.concat([Buffer.from(`folkmoot/promise/v1\0${pollId}`), one.hash]), log).toString("base64url");
    const answer = JSON.stringify({ leaf: one.hash.toString("hex"), promise, outcome });
    one.response.writeHead(outcome === "cast" || outcome === "repeated" ? 200 : 409, { "Content-Type": "application/json", "Content-Length": answer.length }).end(answer);
  }
  underWay -= 1;
  if (waiting.length > 0) setImmediate(() => void write());
}
