import postgres from "postgres";

/** First key of the advisory locks by which workers show that they live. */
const LIVING = 1_279_808_850;

export interface Presence {
  /** Shows from now on that a worker of this name lives. */
  readonly hold: (worker: string) => Promise<void>;
  /** Gives back to the queue what workers hold that no longer live; says how many those were. */
  readonly releaseDead: () => Promise<number>;
  readonly end: () => Promise<void>;
}

/**
 * The queue by itself believes for four hours that a worker killed in the middle of a job is still at it.
 * Here every worker holds an advisory lock on a connection of its own, which ends with its process, so that the next
 * worker to look finds the jobs of the dead at once.
 */
export function keepPresence(connectionString: string): Presence {
  const names = new Set<string>();
  const client = postgres(connectionString, {
    max: 1,
    max_lifetime: null,
    connection: { application_name: "folkmoot worker presence" },
    onnotice: () => undefined,
  });
  let heldBy: number | undefined;

  /** Takes the locks again when the connection was lost and made anew. */
  async function holdAll(): Promise<void> {
    const [backend] = await client<{ pid: number }[]>`select pg_backend_pid() as pid`;
    if (backend?.pid === heldBy) return;
    for (const name of names) await client`select pg_advisory_lock(${LIVING}, hashtext(${name}))`;
    heldBy = backend?.pid;
  }

  return {
    async hold(worker) {
      await holdAll();
      names.add(worker);
      await client`select pg_advisory_lock(${LIVING}, hashtext(${worker}))`;
    },
    async releaseDead() {
      await holdAll();
      const holders = await client<{ name: string }[]>`
        select distinct locked_by as name from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null`;
      const dead: string[] = [];
      for (const { name } of holders) {
        if (names.has(name)) continue;
        const [answer] = await client<{ gone: boolean }[]>`select pg_try_advisory_lock(${LIVING}, hashtext(${name})) as gone`;
        if (!answer?.gone) continue;
        dead.push(name);
        await client`select graphile_worker.force_unlock_workers(${[name]})`;
        await client`select pg_advisory_unlock(${LIVING}, hashtext(${name}))`;
      }
      return dead.length;
    },
    end: () => client.end({ timeout: 5 }),
  };
}
