import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditTrail } from "#db/schema/platform.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { Role } from "#domain/councils/role.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox, shut } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { askWhatIf } from "./actions.ts";
import { ballotsToTry } from "./ballots-to-try.ts";
import { forgetOldWhatIf } from "./forget-what-if.ts";
import { whatIfJob } from "./jobs.ts";
import { getWhatIfRun, listEarlierPolls, listWhatIfRuns, type WhatIfRunInView } from "./queries.ts";
import { startWhatIf } from "./start-what-if.ts";
import { stopWhatIf } from "./stop-what-if.ts";
import { tryRules } from "./try-rules.ts";
import type { VoteToTry, WhatIfInput } from "./what-if-run.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const as = (at: SystemScope, ...roles: readonly Role[]): ActorScope => {
  const actor: Actor = { personId: randomUUID(), email: "o@example.com", name: "Ros Officer", roles, operator: false, secondFactor: true };
  return { ...at, kind: "actor", actor } as unknown as ActorScope;
};
const council = await makeCouncil();
const officer = as(council, "engagement-officer", "returning-officer");
const COSTS = [4_000, 5_000, 3_000, 20_000];
const draft = { id: randomUUID(), state: "draft" as const, authorId: officer.actor.personId };
const vote: VoteToTry = { projects: COSTS.map((costPence, at) => ({ title: { en: `Project ${at + 1}`, cy: "" }, costPence })), ballotKind: "approval", minChoices: 1, maxChoices: null, rule: "greedy" };
const asked: WhatIfInput = { budgetPence: 9_000, rules: ["greedy", "mes_cost_add1_util"], threshold: null, source: "simulated", seed: 1, voters: 200, minChoices: null, maxChoices: null, earlier: "" };
const noSignal = () => new AbortController().signal;

async function start(input: Partial<WhatIfInput> = {}, file: string | null = null, at = council): Promise<string> {
  const started = await startWhatIf(as(at, "engagement-officer"), draft, vote, { ...asked, ...input, once: randomUUID() }, file === null ? null : Buffer.from(file));
  if (!started.ok) throw new Error(started.error);
  return started.value.runId;
}

async function tried(input: Partial<WhatIfInput> = {}, file: string | null = null, at = council): Promise<WhatIfRunInView> {
  const runId = await start(input, file, at);
  await whatIfJob({ councilId: at.council.id, runId }, { signal: noSignal(), lastTry: false });
  return getWhatIfRun(as(at, "engagement-officer"), draft, runId);
}

async function declaredPoll(): Promise<string> {
  const pollId = await makeReadyPoll(council, { ballotKind: "approval", budgetPence: 9_000, costs: COSTS, rule: "greedy" });
  await fillBox(council, pollId, [{ times: 60, choices: [1, 2] }, { times: 30, choices: [3, 4] }]);
  await shut(pollId);
  await countPoll(council, pollId);
  await declareResult(officer, { pollId, name: "Ros" });
  return pollId;
}

describe("trying rules", () => {
  test("on made-up ballots gives each rule's winners, the same for the same number, within the limits", async () => {
    const once = await tried();
    expect(once).toMatchObject({ state: "done", answer: { voters: 200, counts: [{ rule: "greedy" }, { rule: "mes_cost_add1_util" }], notCounted: [] } });
    expect((await tried()).answer).toEqual(once.answer);
    expect((await tried({ budgetPence: 3_000 })).answer?.counts.map(({ winners }) => winners)).toEqual([[3], [3]]);
    expect((await tried({ maxChoices: 1 })).answer?.counts[0]?.metrics.votersByWinners.length).toBe(2);
    expect((await tried({ minChoices: 4, maxChoices: 4 })).answer?.projects.map(({ votes }) => votes)).toEqual([200, 200, 200, 200]);
    expect((await tried({ rules: ["greedy_threshold", "greedy"], threshold: 201 })).answer?.counts.map(({ winners }) => winners)).toEqual([[], []]);
  });

  test("on the published ballots of an earlier vote with its own projects, never on those of one that runs or is another council's", async () => {
    const running = await makeReadyPoll(council, { ballotKind: "approval", budgetPence: 9_000, costs: COSTS, rule: "greedy" });
    await fillBox(council, running, [{ times: 60, choices: [1] }]);
    const earlier = await declaredPoll();
    expect((await listEarlierPolls(officer)).map(({ id }) => id)).toEqual([earlier]);
    const others = await makeCouncil();
    expect(await listEarlierPolls(as(others, "engagement-officer"))).toEqual([]);
    expect(await tried({ source: "earlier", earlier })).toMatchObject({ state: "done", answer: { voters: 90, counts: [{ winners: [1, 2] }, { winners: [1, 3] }], projects: [{ costPence: 4_000, votes: 60 }, {}, {}, {}] } });
    expect((await tried({ source: "earlier", earlier, maxChoices: 1 })).answer?.projects.reduce((sum, { votes }) => sum + votes, 0)).toBe(90);
    for (const refused of [await tried({ source: "earlier", earlier: running }), await tried({ source: "earlier", earlier }, null, others)]) expect(refused).toMatchObject({ state: "failed", refusal: "no-earlier-vote", answer: null });
  });

  test("on a file with its own projects, whole or not at all; the file is not kept", async () => {
    const file = (cost: string, votes: string) => `META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost;name\nx;${cost};Pond\ny;20;Hall\nVOTES\nvoter_id;vote\n${votes}`;
    const done = await tried({ source: "file" }, file("90.50", "1;x\n2;y,x\n3;y\n4;y\n"));
    expect(done).toMatchObject({ state: "done", answer: { voters: 4, projects: [{ title: { en: "Pond" }, costPence: 9_050, votes: 2 }, { costPence: 2_000, votes: 3 }], counts: [{ winners: [2] }, {}] } });
    expect(await tried({ source: "file" }, file("1", "1;nobody\n"))).toMatchObject({ state: "failed", refusal: "file-has-faults", faults: [{ code: "project-unknown", line: 11 }] });
    expect(await tried({ source: "file" }, file("1.005", "1;x\n"))).toMatchObject({ state: "failed", refusal: "amounts-too-fine" });
    expect((await db.select({ file: whatIfRuns.file }).from(whatIfRuns)).filter((run) => run.file !== null)).toEqual([]);
  });

  test("is stopped before it begins and while it counts, given up when it takes too long, and done again after a fault", async () => {
    const waiting = await start();
    await stopWhatIf(officer, draft, waiting);
    await tryRules(council, waiting, noSignal());
    expect(await getWhatIfRun(officer, draft, waiting)).toMatchObject({ state: "stopped", answer: null });

    const under = await start();
    await db.update(whatIfRuns).set({ state: "reading" }).where(eq(whatIfRuns.id, under));
    await stopWhatIf(officer, draft, under);
    await tryRules(council, under, noSignal());
    expect(await getWhatIfRun(officer, draft, under)).toMatchObject({ state: "stopped", answer: null });

    const slow = await start();
    await tryRules(council, slow, noSignal(), 0);
    expect(await getWhatIfRun(officer, draft, slow)).toMatchObject({ state: "failed", refusal: "took-too-long" });

    const killed = await start();
    const dying = whatIfJob({ councilId: council.council.id, runId: killed }, { signal: AbortSignal.abort(new Error("killed")), lastTry: false });
    await expect(dying).rejects.toThrow("killed");
    expect((await getWhatIfRun(officer, draft, killed)).state).toBe("waiting");
    await tryRules(council, killed, noSignal());
    expect((await getWhatIfRun(officer, draft, killed)).state).toBe("done");
  });

  test("refuses more marks than fit, and more attempts than can wait", async () => {
    expect(await ballotsToTry(council, { input: asked, vote }, null, 10)).toEqual({ ok: false, error: { code: "too-many-marks" } });
    const crowded = await makeCouncil();
    const many = await Promise.all(Array.from({ length: 5 }, () => start({}, null, crowded)));
    expect(new Set(many).size).toBe(5);
    expect(await startWhatIf(as(crowded, "engagement-officer"), draft, vote, { ...asked, once: randomUUID() }, null)).toEqual({ ok: false, error: "too-many-waiting" });
  });

  test("is for those who prepare or count the vote, before it is public, and sent twice is one attempt", async () => {
    const once = randomUUID();
    const send = (scope: ActorScope, state: "draft" | "published" = "draft") => startWhatIf(scope, { ...draft, state }, vote, { ...asked, once }, null);
    for (const role of ["auditor", "moderator", "approver"] as const) await expect(send(as(council, role))).rejects.toMatchObject({ reason: "forbidden" });
    await expect(send(officer, "published")).rejects.toMatchObject({ reason: "forbidden" });
    const [first, second] = [await send(officer), await send(officer)];
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    const runId = first.ok ? first.value.runId : "";
    expect((await listWhatIfRuns(officer, draft)).filter(({ id }) => id === runId)).toHaveLength(1);
    await expect(getWhatIfRun(as(await makeCouncil(), "engagement-officer"), draft, runId)).rejects.toMatchObject({ reason: "not-found" });
    await expect(getWhatIfRun(officer, { ...draft, id: randomUUID() }, runId)).rejects.toMatchObject({ reason: "not-found" });
    await expect(getWhatIfRun(officer, draft, "nothing")).rejects.toMatchObject({ reason: "not-found" });
    expect((await db.select().from(auditTrail).where(eq(auditTrail.thingId, draft.id))).every(({ act }) => act === "engagement.rules-tried")).toBe(true);
    await stopWhatIf(officer, draft, runId);
    await db.update(whatIfRuns).set({ startedAt: new Date(Date.now() - 31 * 86_400_000) }).where(eq(whatIfRuns.id, runId));
    await forgetOldWhatIf();
    await expect(getWhatIfRun(officer, draft, runId)).rejects.toMatchObject({ reason: "not-found" });
  });

  test("asks for every fault of the form at once", async () => {
    const values = { once: [randomUUID()], pot: ["p"], budgetPence: ["90"], rules: ["greedy"], source: ["simulated"], seed: ["1"], voters: ["50"], maxChoices: [""], minChoices: [""], threshold: [""] };
    const ask = (change: Readonly<Record<string, readonly string[]>>) => askWhatIf(officer, draft, { values: { ...values, ...change }, files: {} }, (pot) => (pot === "p" ? vote : null));
    expect(await ask({})).toMatchObject({ ok: true });
    expect(await ask({ rules: [], voters: ["1"] })).toMatchObject({ error: { faults: [{ field: "rules", code: "no-rule" }, { field: "voters", code: "too-small" }] } });
    expect(await ask({ rules: ["greedy_threshold"] })).toMatchObject({ error: { faults: [{ field: "threshold", code: "threshold-missing" }] } });
    expect(await ask({ minChoices: ["3"], maxChoices: ["2"] })).toMatchObject({ error: { faults: [{ field: "maxChoices", code: "most-below-least" }] } });
    expect(await ask({ pot: ["q"] })).toMatchObject({ error: { faults: [{ field: "pot" }] } });
    expect(await ask({ source: ["file"] })).toMatchObject({ error: { faults: [{ field: "file", code: "no-file" }] } });
  });
});
