import { z } from "zod";
import { err } from "#domain/basics/result.ts";
import { KEY_HOLDINGS } from "#domain/voting/poll.ts";
import { refused, type Answered, type Answerer } from "#platform/programs/json-program.ts";
import { drillCountKey, findCountKey, giveShare, makeCountKey, type CountKey } from "./count-keys.ts";
import { openBallots } from "./open-ballots.ts";

const share = z.string().regex(/^[\w-]{44}$/);
const asked = {
  key: z.object({ poll: z.uuid(), held: z.enum(KEY_HOLDINGS), anew: z.boolean().default(false) }),
  standing: z.object({ poll: z.uuid() }),
  drill: z.object({ poll: z.uuid(), shares: z.array(share).length(2) }),
  share: z.object({ poll: z.uuid(), share }),
  open: z.object({ poll: z.uuid(), after: z.string().max(64), most: z.int().min(1).max(5_000) }),
};

const shown = (key: CountKey) => ({ key: key.publicKey.toString("base64url"), held: key.held, drilled: key.drilled, sharesGiven: key.sharesGiven });
const bytes = (text: string): Buffer => Buffer.from(text, "base64url");

/** What the counter answers, and only to programs of this installation: keys, drill, shares and the opening, step by step. */
export const answerCounter: Answerer = async ({ method, path, body, ours }): Promise<Answered> => {
  if (!ours || method !== "POST") return refused(404, "bad-request");
  switch (path) {
    case "/count-keys": {
      const read = asked.key.safeParse(body);
      if (!read.success) return refused(400, "bad-request");
      const { key, shares } = await makeCountKey(read.data.poll, read.data.held, read.data.anew);
      return { status: 200, body: { ...shown(key), shares: shares.map((one) => Buffer.from(one).toString("base64url")) } };
    }
    case "/standing": {
      const read = asked.standing.safeParse(body);
      const key = read.success ? await findCountKey(read.data.poll) : null;
      return key ? { status: 200, body: shown(key) } : refused(404, "no-key");
    }
    case "/drill": {
      const read = asked.drill.safeParse(body);
      const done = read.success ? await drillCountKey(read.data.poll, read.data.shares.map(bytes)) : err("wrong-shares");
      return done.ok ? { status: 200, body: {} } : refused(409, done.error);
    }
    case "/shares": {
      const read = asked.share.safeParse(body);
      const done = read.success ? await giveShare(read.data.poll, bytes(read.data.share)) : err("wrong-shares");
      return done.ok ? { status: 200, body: done.value } : refused(409, done.error);
    }
    case "/open": {
      const read = asked.open.safeParse(body);
      if (!read.success) return refused(400, "bad-request");
      const opened = await openBallots(read.data.poll, bytes(read.data.after), read.data.most);
      return opened.ok ? { status: 200, body: opened.value } : refused(opened.error === "unknown-poll" ? 404 : 409, opened.error);
    }
    default:
      return refused(404, "bad-request");
  }
};
