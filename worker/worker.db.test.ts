import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { inTransaction } from "#db/client.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { keepPresence } from "#platform/jobs/presence.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { runJobs, type RunningJobs } from "#platform/jobs/run.ts";
import { emit } from "#platform/outbox.ts";
import { testDatabase } from "#testing/database.ts";
import { carryEvent } from "./carry-event.ts";
import { registry } from "./registry.ts";
import { schedule } from "./schedule.ts";
import type { Subscription } from "./subscriptions.ts";

const { sql, url } = await testDatabase();
beforeAll(() => prepareJobs(url));

const happened = (id: number) => emitAll([{ event: "thing.happened", councilId: null, payload: { id } }]);
const emitAll = (events: Parameters<typeof emit>[1][]) =>
  inTransaction(async (tx) => {
    for (const event of events) await emit(tx, event);
  });

describe("an event", () => {
  it("is carried once, to those who asked for it", async () => {
    await happened(7);
    const [row] = await sql`select id from outbox order by id desc limit 1`;
    const followed: unknown[] = [];
    const subscriptions: Subscription[] = [
      { event: "thing.happened", follow: async (_, { payload }) => void followed.push(payload) },
      { event: "other.happened", follow: async () => void followed.push("other") },
    ];
    await carryEvent(Number(row?.id), subscriptions);
    await carryEvent(Number(row?.id), subscriptions);
    expect(followed).toEqual([{ id: 7 }]);
    expect(await sql`select 1 from outbox where carried_at is null`).toHaveLength(0);
  });

  it("stays uncarried when a follow-up fails, and so does everything else that followed", async () => {
    await happened(8);
    const [row] = await sql`select id from outbox order by id desc limit 1`;
    const id = Number(row?.id);
    const writes: Subscription = { event: "thing.happened", follow: (tx) => enqueue(tx, "never", {}) };
    const fails: Subscription = { event: "thing.happened", follow: () => Promise.reject(new Error("no")) };
    await expect(carryEvent(id, [writes, fails])).rejects.toThrow("no");
    expect(await sql`select 1 from outbox where id = ${id} and carried_at is null`).toHaveLength(1);
    expect(await sql`select 1 from graphile_worker.jobs where task_identifier = 'never'`).toHaveLength(0);
  });
});

describe("the runner", () => {
  const done: unknown[] = [];
  let jobs: RunningJobs;
  beforeAll(async () => {
    await sql`delete from graphile_worker._private_jobs`;
    await happened(9);
    // A worker that was killed in the middle of this job: locked now, by nobody who lives.
    await inTransaction((tx) => enqueue(tx, "note", { n: 1 }, { queue: "notes" }));
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead' where payload->>'n' = '1'`;
    await sql`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'worker-dead'`;
    jobs = await runJobs({
      connectionString: url,
      concurrency: 2,
      handlers: {
        ...registry,
        note: async (payload) => void done.push(z.object({ n: z.number() }).parse(payload).n),
        wait: (_, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(void done.push("told to stop")))),
      },
      schedule,
    });
  });
  afterAll(() => jobs.stop());

  it("takes back the jobs of a worker that died, and carries what waits", async () => {
    await vi.waitFor(async () => {
      expect(done).toEqual([1]);
      expect(await sql`select 1 from outbox where carried_at is null and payload->>'id' = '9'`).toHaveLength(0);
    }, 8000);
  });

  it("leaves alone the jobs of a worker that lives", async () => {
    await inTransaction((tx) => enqueue(tx, "wait", {}));
    await vi.waitFor(async () => expect(await sql`select 1 from graphile_worker.jobs where locked_by is not null`).toHaveLength(1), 8000);
    const other = keepPresence(url);
    expect(await other.releaseDead()).toBe(0);
    await other.end();
  });

  it("tells a long job to end when it is stopped, and waits for it", async () => {
    await jobs.stop();
    expect(done).toContain("told to stop");
  });
});
