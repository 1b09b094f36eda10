import { randomBytes, randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { defined } from "#domain/basics/assert.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { castText, fillBallot } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { finishToken, requestToken } from "#domain/voting/ballot-box/token.ts";
import type { Arena } from "./arena.ts";
import { givePasses, groundOf, post } from "./voter.ts";

const BEFORE_MS = 2_000;

/** Ballots that reach the box within two seconds of the close, either side: taken or refused, and asked again the same answer. */
export async function castNearClose(arena: Arena, many: number) {
  // Time enough to give out the ballots before; a crowded machine needs more.
  const closesAt = Date.now() + 8_000 + many * 250;
  const pollId = await arena.openPoll(new Date(closesAt));
  const [ground, passes] = [await groundOf(arena, pollId), await givePasses(arena, pollId, many)];
  const ballots: { readonly text: string; readonly leaf: string }[] = [];
  for (const [token] of passes) {
    const votingKey = makeBallotKey(randomBytes(32));
    const request = await requestToken(votingKey, ground.place.manifestHash, "1", ground.issuer, webCurves);
    const issued = await post(`${arena.address.issuer}/issue`, JSON.stringify({ poll: pollId, style: "1", blinded: Buffer.from(request.blinded).toString("base64url") }), { cookie: `pass-${pollId}=${token}` }, 10_000);
    if (issued.body["error"] === "closed") break;
    const signed = defined(finishToken(request, Buffer.from(String(issued.body["signature"]), "base64url")), "token");
    const filled = await fillBallot({ place: ground.place, style: "1", ballotClass: "online", votingKey, token: signed, version: 1, vote: { choices: [1] } }, webCurves);
    ballots.push({ text: castText(filled), leaf: Buffer.from(filled.leafHash).toString("hex") });
  }
  const send = async (text: string): Promise<string> => {
    for (;;) {
      const answer = await post(`${arena.address.box}/box/cast`, text, {}, 10_000).catch(() => null);
      if (answer !== null && answer.status !== 503) return answer.status === 200 ? "taken" : String(answer.body["error"]);
      await sleep(20);
    }
  };
  const answers = await Promise.all(
    ballots.map(async ({ text, leaf }) => {
      await sleep(Math.max(0, closesAt - Date.now() - BEFORE_MS + randomInt(2 * BEFORE_MS)));
      return { leaf, text, first: await send(text) };
    }),
  );
  await sleep(Math.max(0, closesAt - Date.now()) + 3_000);
  let [taken, changed, lost] = [0, 0, 0];
  for (const { leaf, text, first } of answers) {
    if ((await send(text)) !== first) changed += 1;
    if (first !== "taken") continue;
    taken += 1;
    const [row] = await arena.sql`select 1 from log.leaves where poll_id = ${pollId} and hash = ${Buffer.from(leaf, "hex")}`;
    if (!row) lost += 1;
  }
  return { ballots: answers.length, taken, refused: answers.length - taken, changed_answers: changed, lost };
}
