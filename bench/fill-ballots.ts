import { constants, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { castText, fillBallot } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { preparedTokenMessage } from "#domain/voting/ballot-box/token.ts";
import { getSigningKey } from "#features/voting/credentials/signing-keys.ts";
import type { Arena } from "./faults/arena.ts";
import { givePasses, groundOf } from "./faults/voter.ts";

/** Ballots as browsers send them, signed without the blinding, which is the voters' work and not ours. */
export async function fillBallots(arena: Arena, many: number): Promise<string[]> {
  const { place } = await groundOf(arena, arena.pollId);
  const { privateKey } = await getSigningKey(arena.pollId, "1");
  const signAway = promisify(sign);
  const fill = async (): Promise<string> => {
    const votingKey = makeBallotKey(randomBytes(32));
    const [seed, prefix] = await Promise.all([derive(votingKey, place.manifestHash, "ed25519-seed", 32), derive(votingKey, place.manifestHash, "prefix", 32)]);
    const message = preparedTokenMessage(prefix, place.manifestHash, "1", await webCurves.ed25519Key(seed));
    const signature = new Uint8Array(await signAway("sha384", message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));
    return castText(await fillBallot({ place, style: "1", ballotClass: "online", votingKey, token: { prefix, signature }, version: 1, vote: { choices: [1] } }, webCurves));
  };
  const filled: string[] = [];
  while (filled.length < many) filled.push(...(await Promise.all(Array.from({ length: Math.min(64, many - filled.length) }, fill))));
  return filled;
}

/** Bodies that ask the issuer for a ballot each, and the passes that go with them. */
export async function askForBallots(arena: Arena, many: number): Promise<readonly { readonly body: string; readonly cookie: string }[]> {
  const passes = await givePasses(arena, arena.pollId, many);
  const blinded = (): string => Buffer.concat([Buffer.of(0), randomBytes(383)]).toString("base64url");
  return passes.map(([token]) => ({ body: JSON.stringify({ poll: arena.pollId, style: "1", blinded: blinded() }), cookie: `pass-${arena.pollId}=${token}` }));
}

/** A whole request, kept open for the next. */
export function posted(port: number, way: string, body: string, { cookie = "", type = "application/json" }: { readonly cookie?: string; readonly type?: string } = {}): string {
  const head = { Host: `127.0.0.1:${String(port)}`, Connection: "keep-alive", "Content-Type": type, "Sec-Fetch-Site": "same-origin", "Content-Length": String(Buffer.byteLength(body)), ...(cookie === "" ? {} : { Cookie: cookie }) };
  return `POST ${way} HTTP/1.1\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
