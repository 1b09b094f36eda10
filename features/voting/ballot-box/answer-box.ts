import { z } from "zod";
import { fromBase64url, fromHex, hex } from "#domain/voting/ballot-box/bytes.ts";
import { isBallotLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { readBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { readTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { readCast } from "#domain/voting/ballot-box/read-cast.ts";
import { refused, type Answered, type Answerer, type Asked } from "#platform/programs/json-program.ts";
import { ShortMemory } from "#platform/short-memory.ts";
import { boxOfPoll, makeLogKey, type BoxOfPoll } from "./box-of-poll.ts";
import { castBallot, receiptOf, type CastReceipt } from "./cast-ballot.ts";
import { castForVoter, findBallotOfVoter, prepareToken, type AssistedRefusal, type AssistedVoter } from "./cast-for-voter.ts";
import { checkBallot } from "./check-ballot.ts";
import { findBallotByCode, findBallotByHash, findBallotOfKey, type FoundBallot } from "./find-ballot.ts";
import { proveLeaf, readBoxNumbers, readCheckpoints, readLeafLines, readLogHead, readOpeningLines, readTree } from "./read-log.ts";
import { sealBallots } from "./seal-ballots.ts";

const MOST_LINES = 10_000;
const TEXT = "text/plain; charset=utf-8";
const LINES = "application/x-ndjson; charset=utf-8";

/**
 * What the ballot box answers: `/box/cast` and the log to anybody, `/assisted/*`, `/log-keys`, `/numbers` and `/tend` to our own programs.
 * It is told no person, session or address, and keeps no record of requests.
 */
export const answerBox: Answerer = async (asked) => {
  const { method, path, ours } = asked;
  if (method === "POST" && path === "/box/cast") return cast(asked);
  if (method === "POST" && ours) {
    if (path === "/log-keys") return logKey(asked);
    if (path === "/tend") return tend(asked);
    if (path === "/numbers") return numbers(asked);
    if (path === "/assisted/standing") return assisted(asked, standing);
    if (path === "/assisted/prepare") return assisted(asked, prepare);
    if (path === "/assisted/cast") return assisted(asked, castAssisted);
  }
  const [, pollId = "", what = ""] = /^\/box\/polls\/([0-9a-f-]{36})(\/[a-z.]+)?$/.exec(path) ?? [];
  if (!z.uuid().safeParse(pollId).success) return refused(404, "bad-request");
  const box = await boxOfPoll(pollId);
  if (!box) return refused(404, "unknown-poll");
  if (method === "POST") return what === "/ballot" ? ballotOfKey(box, asked) : what === "/receipt" ? receipt(box, asked) : refused(404, "bad-request");
  if (method !== "GET" && method !== "HEAD") return refused(405, "bad-request");
  return readPublic(box, what, asked.query);
};

const ok = (body: object): Answered => ({ status: 200, body });

async function cast({ body }: Asked): Promise<Answered> {
  const read = readCast(body);
  if (!read) return refused(400, "bad-request");
  const box = await boxOfPoll(read.leaf.poll);
  if (!box) return refused(404, "unknown-poll");
  const checked = checkBallot(box, read.leaf, read.sealed);
  if (checked === "too-many-changes") return refused(409, checked);
  if (typeof checked === "string") return refused(422, checked);
  const kept = await castBallot(box, checked);
  if (kept.ok) return ok(kept.value);
  return refuseCast(kept.error);
}

const refuseCast = ({ code, lastVersion }: { readonly code: string; readonly lastVersion: number | null }): Answered =>
  refused(code === "unknown-poll" ? 404 : 409, code, lastVersion === null ? {} : { version: lastVersion });

const onePoll = z.object({ poll: z.uuid() });

async function logKey({ body }: Asked): Promise<Answered> {
  const asked = onePoll.safeParse(body);
  return asked.success ? ok({ key: (await makeLogKey(asked.data.poll)).toString("base64url") }) : refused(400, "bad-request");
}

/** Seals what may be sealed, at once; for programs that wait for it. */
async function tend({ body }: Asked): Promise<Answered> {
  const asked = onePoll.safeParse(body);
  if (!asked.success) return refused(400, "bad-request");
  await sealBallots(asked.data.poll);
  return ok(await readBoxNumbers(asked.data.poll));
}

async function numbers({ body }: Asked): Promise<Answered> {
  const asked = onePoll.safeParse(body);
  return asked.success ? ok(await readBoxNumbers(asked.data.poll)) : refused(400, "bad-request");
}

const votingKey = z.string().transform((text, context): BallotKey => {
  const key = readBallotKey(text);
  if (key.ok) return key.value;
  context.addIssue({ code: "custom" });
  return z.NEVER;
});
const aVoter = z.object({ poll: z.uuid(), style: z.string().min(1).max(40), key: votingKey });
const aVote = z.object({
  choices: z.array(z.int()).max(10_000),
  points: z.array(z.int()).max(10_000).optional(),
  signature: z.string().regex(/^[\w-]{512}$/).nullable(),
});

async function assisted(asked: Asked, run: (box: BoxOfPoll, voter: AssistedVoter, body: unknown) => Promise<Answered>): Promise<Answered> {
  const voter = aVoter.safeParse(asked.body);
  if (!voter.success) return refused(400, "bad-request");
  const box = await boxOfPoll(voter.data.poll);
  return box ? run(box, { votingKey: voter.data.key, style: voter.data.style }, asked.body) : refused(404, "unknown-poll");
}

async function standing(box: BoxOfPoll, voter: AssistedVoter): Promise<Answered> {
  const found = await findBallotOfVoter(box, voter.votingKey);
  return ok({ inBox: found ? receiptOf(box, found, true) : null });
}

async function prepare(box: BoxOfPoll, voter: AssistedVoter): Promise<Answered> {
  const [request, found] = await Promise.all([prepareToken(box, voter), findBallotOfVoter(box, voter.votingKey)]);
  if (!request.ok) return refuseAssisted(request.error);
  return ok({ blinded: Buffer.from(request.value.blinded).toString("base64url"), inBox: found ? receiptOf(box, found, true) : null });
}

async function castAssisted(box: BoxOfPoll, voter: AssistedVoter, body: unknown): Promise<Answered> {
  const asked = aVote.safeParse(body);
  if (!asked.success) return refused(400, "bad-request");
  const { choices, points, signature } = asked.data;
  const done = await castForVoter(box, voter, {
    vote: { choices, ...(points ? { points } : {}) },
    blindSignature: signature === null ? null : Buffer.from(signature, "base64url"),
  });
  return done.ok ? ok(done.value satisfies CastReceipt) : refuseAssisted(done.error);
}

function refuseAssisted(refusal: AssistedRefusal): Answered {
  if ("faults" in refusal) return refused(422, refusal.code, { faults: refusal.faults });
  if ("lastVersion" in refusal) return refuseCast(refusal);
  return refused(refusal.code === "unknown-style" ? 404 : 409, refusal.code);
}

/** What a voter needs to change their ballot from another device: the last version and its token. Only its holder knows the key. */
async function ballotOfKey(box: BoxOfPoll, { body }: Asked): Promise<Answered> {
  const asked = z.object({ key: z.string() }).safeParse(body);
  const key = asked.success ? fromBase64url(asked.data.key, 32) : null;
  if (key === null) return refused(400, "bad-request");
  const found = await findBallotOfKey(box.pollId, key);
  if (!found) return refused(404, "no-ballot");
  const leaf = JSON.parse(found.leaf.toString("utf8")) as unknown;
  if (!isBallotLeaf(leaf)) throw new Error("A leaf in the box is no ballot");
  return ok({ ...receiptOf(box, found, true), token: leaf.token, state: stateOf(found) });
}

const stateOf = ({ index }: FoundBallot): "waiting" | "in-log" => (index === null ? "waiting" : "in-log");

async function receipt(box: BoxOfPoll, { body }: Asked): Promise<Answered> {
  const asked = z.object({ code: z.string().max(40).optional(), leaf: z.string().max(64).optional() }).safeParse(body);
  if (!asked.success) return refused(400, "bad-request");
  const hash = asked.data.leaf === undefined ? null : fromHex(asked.data.leaf, 32);
  const code = readTrackingCode(asked.data.code ?? "");
  if (hash === null && !code.ok) return refused(400, "bad-request");
  const found = hash !== null ? await findBallotByHash(box.pollId, hash) : code.ok ? await findBallotByCode(box.pollId, code.value) : null;
  if (!found) return refused(404, "no-receipt");
  const { leaf, tracking, version, promise } = receiptOf(box, found, true);
  const proof = found.index === null ? { proof: null, size: null } : await proveLeaf(box.pollId, found.index);
  return ok({ leaf, tracking, version, lastVersion: found.lastVersion, promise, state: stateOf(found), index: found.index, ...proof });
}

// Counting a large log takes a while, and many look on the last evening.
const heads = new ShortMemory<object>({ seconds: 2, most: 500 });

async function readPublic(box: BoxOfPoll, what: string, query: URLSearchParams): Promise<Answered> {
  const { pollId, manifest, hash } = box;
  const open = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=2" };
  const text = (body: string, type = TEXT): Answered => ({ status: 200, body, type, headers: open });
  switch (what) {
    case "":
      return {
        ...ok(
          await heads.get(pollId, async () => {
            const [head, numbers] = await Promise.all([readLogHead(pollId), readBoxNumbers(pollId)]);
            return { poll: pollId, manifest: hash.toString("hex"), logKey: manifest.logKey, origin: manifest.origin, size: head?.size ?? 0, root: head?.root.toString("hex") ?? null, ...numbers, checkpoint: head?.checkpoint ?? null };
          }),
        ),
        headers: open,
      };
    case "/manifest.json":
      return text(box.leaf.toString("utf8"), "application/json; charset=utf-8");
    case "/leaves.ndjson": {
      const from = wholeOf(query.get("from"), 0);
      return text(await readLeafLines(pollId, from, Math.min(wholeOf(query.get("to"), from + MOST_LINES), from + MOST_LINES)), LINES);
    }
    case "/checkpoints.txt":
      return text(await readCheckpoints(pollId));
    case "/openings.ndjson":
      return text(await readOpeningLines(pollId), LINES);
    case "/consistency": {
      const size = (await readLogHead(pollId))?.size ?? 0;
      const [from, to] = [wholeOf(query.get("from"), 0), wholeOf(query.get("to"), size)];
      if (from > to || to > size) return refused(400, "bad-request");
      return { ...ok({ proof: (await readTree(pollId, to).consistencyProof(from)).map(hex) }), headers: open };
    }
    default:
      return refused(404, "bad-request");
  }
}

const wholeOf = (text: string | null, otherwise: number): number => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise);
