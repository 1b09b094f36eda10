/**
 * The limit of a cast: a bare node:http server that reads the same form and cookies, runs the same one statement on the same
 * database and answers with the same redirect; nothing else. Settings in BARE_CAST as JSON.
 */
import { createServer } from "node:http";
import { rawClient } from "#db/client.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { trackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { ballotKeyHash } from "#features/voting/ballot-box/cast-vote.ts";
import { passHash } from "#features/voting/credentials/issue-passes.ts";
import { sha256 } from "#platform/keys.ts";

const { pollId, councilId } = JSON.parse(process.env["BARE_CAST"] ?? "null") as { pollId: string; councilId: string };
const PASS = new RegExp(`pass-${pollId}=([\\w-]+)`);
// Two alike at once are told of the mark before they see the ballot; while warming up that happens.
const IN = ["casting", "repeated", "already-voted"];
const KEY = new RegExp(`ballot-${pollId}=(\\w+)`);

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    void cast(request.headers.cookie ?? "", Buffer.concat(pieces).toString()).then((outcome) => {
      if (IN.includes(outcome ?? "")) response.writeHead(303, { Location: "/receipt", "Content-Length": "0" }).end();
      else response.writeHead(409, { "Content-Length": "0" }).end();
    });
  });
}).listen(Number(process.env["PORT"]), "127.0.0.1");

async function cast(cookies: string, body: string): Promise<string | undefined> {
  const choices = new URLSearchParams(body).getAll("choice").map(Number);
  const key = ballotKeyHash((KEY.exec(cookies)?.[1] ?? "") as BallotKey);
  const pass = passHash(PASS.exec(cookies)?.[1] ?? "", pollId);
  const tracking = Array.from({ length: MOST_VERSIONS }, (_, at) => trackingCode(sha256, key, at + 1));
  const [row] = await rawClient()<{ outcome: string }[]>`
    select answer.outcome, answer.ballot_version, answer.tracking_code, answer.first_cast
    from polls cross join lateral cast_ballot(${pass}, polls.id, ${key}, ${choices}::integer[], ${null}::integer[], ${tracking}::text[]) answer
    where polls.id = ${pollId} and polls.council_id = ${councilId}`;
  return row?.outcome;
}
