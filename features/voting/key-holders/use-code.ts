import { z } from "zod";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readBallotKey, shownBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { record } from "#platform/audit-trail.ts";
import { askProgram } from "#platform/programs/ask-program.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import type { HolderPage } from "./queries.ts";

const TRIES = { most: 20, seconds: 900 };

const made = z.object({ code: z.string() });
const refusal = z.object({ error: z.enum(["mistyped", "wrong-code", "not-yet", "no-code", "confirmed"]) });
export type HolderRefusal = z.infer<typeof refusal>["error"] | "too-many-tries";

/** Has the counter make a holder's code, and answers it in groups of four: this once. Refused once the holder has confirmed theirs. */
export async function showCode(scope: PublicScope, { circleId, subjectId, holder }: HolderPage): Promise<Result<string, HolderRefusal>> {
  const { status, body } = await askProgram("counter", "/circles/code", { circle: circleId, holder: holder.number });
  if (status !== 200) return err(refusal.parse(body).error);
  const code = readBallotKey(made.parse(body).code);
  if (!code.ok) throw new Error("The counter made no code");
  await noteAct(scope, subjectId, "count-key.code-shown", holder.number);
  return ok(shownBallotKey(code.value));
}

const ACTS = { confirm: "count-key.code-confirmed", drill: "count-key.code-tried", give: "count-key.code-given" } as const;
export type CodeUse = keyof typeof ACTS;

/** Hands a typed code to the counter: typed back, for the drill, or for the count. It passes through here and is kept nowhere. */
export async function useCode(scope: PublicScope, { circleId, subjectId, holder }: HolderPage, use: CodeUse, code: string): Promise<Result<void, HolderRefusal>> {
  if (!(await withinLimit(`key-holder:${circleId}:${String(holder.number)}`, TRIES.most, TRIES.seconds))) return err("too-many-tries");
  const { status, body } = await askProgram("counter", `/circles/${use}`, { circle: circleId, holder: holder.number, code });
  if (status !== 200) return err(refusal.parse(body).error);
  await noteAct(scope, subjectId, ACTS[use], holder.number);
  return ok();
}

/** Says in the audit trail that the first, second or third holder did something; never what their code is. */
const noteAct = (scope: PublicScope, subjectId: string, act: string, holder: number): Promise<void> =>
  inTransaction((tx) => record(tx, scope, { act, thing: { kind: "engagement", id: subjectId }, detail: { holder } }));
