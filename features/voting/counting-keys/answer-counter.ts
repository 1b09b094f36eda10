import { z } from "zod";
import type { Result } from "#domain/basics/result.ts";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { refused, type Answered, type Answerer } from "#platform/programs/json-program.ts";
import { makeCountKey } from "./count-keys.ts";
import { confirmCode, drillCode, giveCode, holdersAtHand, makeCode, readCircle } from "./read-circle.ts";
import { openBallots } from "./open-ballots.ts";

const holder = z.object({ circle: z.uuid(), holder: z.int().min(1).max(KEY_HOLDERS.length) });
const asked = {
  key: z.object({ poll: z.uuid(), circle: z.uuid().nullable() }),
  circle: z.object({ circle: z.uuid() }),
  holder,
  code: holder.extend({ code: z.string().max(200) }),
  open: z.object({ poll: z.uuid(), after: z.string().max(64), most: z.int().min(1).max(5_000) }),
};

const bytes = (text: string): Buffer => Buffer.from(text, "base64url");
const answered = (outcome: Result<unknown, string>): Answered => (outcome.ok ? { status: 200, body: outcome.value ?? {} } : refused(409, outcome.error));

/** What the counter answers, and only to programs of this installation: keys, the codes of those who hold them, and the opening, step by step. */
export const answerCounter: Answerer = async ({ method, path, body, ours }): Promise<Answered> => {
  if (!ours || method !== "POST") return refused(404, "bad-request");
  switch (path) {
    case "/count-keys": {
      const read = asked.key.safeParse(body);
      if (!read.success) return refused(400, "bad-request");
      const made = await makeCountKey(read.data.poll, read.data.circle);
      return made.ok ? { status: 200, body: { key: made.value.publicKey.toString("base64url"), held: made.value.held } } : refused(409, made.error);
    }
    case "/circles": {
      const read = asked.circle.safeParse(body);
      if (!read.success) return refused(400, "bad-request");
      const { holders, drilled } = await readCircle(read.data.circle);
      const numbers = (which: (each: (typeof holders)[number]) => boolean) => holders.filter(which).map((each) => each.holder);
      const [drill, count] = [holdersAtHand(read.data.circle, "drill"), holdersAtHand(read.data.circle, "count")];
      return { status: 200, body: { made: numbers(() => true), confirmed: numbers(({ confirmed }) => confirmed), drill, drilled, given: count } };
    }
    case "/circles/code": {
      const read = asked.holder.safeParse(body);
      return read.success ? answered(await makeCode(read.data.circle, read.data.holder)) : refused(400, "bad-request");
    }
    case "/circles/confirm":
    case "/circles/drill":
    case "/circles/give": {
      const read = asked.code.safeParse(body);
      if (!read.success) return refused(400, "bad-request");
      const take = { "/circles/confirm": confirmCode, "/circles/drill": drillCode, "/circles/give": giveCode }[path];
      return answered(await take(read.data.circle, read.data.holder, read.data.code));
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
