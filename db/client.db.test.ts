import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { sql as statement } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { apart, createClient, database, inTransaction, rawClient, type Sql } from "./client.ts";
import { OftenUsed } from "./prepare-often.ts";
import { TransactionLostError } from "./transaction-guard.ts";

const { url, db, sql } = await testDatabase();
const observer = postgres(url, { max: 2, onnotice: () => undefined });

beforeAll(async () => {
  await sql`create table halves (round int not null, half text not null)`;
  await sql`create table pairs (id text not null, half text not null)`;
});
afterAll(async () => {
  await observer.end();
});

/** Longer than any reconnection here takes. */
const PATIENCE_MS = 2_000;

type Work = (insert: (half: string) => Promise<unknown>, pid: () => Promise<number>) => Promise<unknown>;
type Begin = (client: Sql, work: Work, round: number) => Promise<unknown>;

const raw: Begin = (client, work, round) =>
  client.begin((transaction) =>
    work(
      async (half) => transaction`insert into halves values (${round}, ${half})`,
      async () => ((await transaction`select pg_backend_pid() as pid`)[0] as { pid: number }).pid,
    ),
  );

const nested: Begin = (client, work, round) =>
  client.begin((transaction) =>
    transaction.savepoint((inner) =>
      work(
        async (half) => inner`insert into halves values (${round}, ${half})`,
        async () => ((await inner`select pg_backend_pid() as pid`)[0] as { pid: number }).pid,
      ),
    ),
  );

const throughDrizzle: Begin = (client, work, round) =>
  drizzle(client).transaction((transaction) =>
    work(
      async (half) => transaction.execute(statement`insert into halves values (${round}, ${half})`),
      async () =>
        ((await transaction.execute(statement`select pg_backend_pid() as pid`))[0] as unknown as { pid: number }).pid,
    ),
  );

/** What may stand between two inserts when the backend dies: a pause, or a query under way whose error is swallowed. */
type Death = "in a pause" | "under a query";

/**
 * One transaction of two inserts whose backend is ended between them, while other queries and other transactions wait for
 * the same single connection. Returns what went wrong: a half saved, or a client that hangs. Waiting queries may be refused.
 */
async function breakInTheMiddle(client: Sql, begin: Begin, death: Death, round: number): Promise<string[]> {
  let others: Promise<unknown>[] = [];
  const broken = begin(
    client,
    async (insert, pid) => {
      await insert("first");
      const backend = await pid();
      others = waitingQueries(client, round);
      if (death === "in a pause") {
        await observer`select pg_terminate_backend(${backend})`;
        await gone(backend);
        await sleep((round % 5) * 10); // sometimes before, sometimes after the client has connected again
      } else {
        const underWay = insert("under way").catch(() => undefined);
        await Promise.all([underWay, observer`select pg_terminate_backend(${backend})`]);
      }
      await insert("second");
    },
    round,
  );
  await Promise.allSettled([broken]);
  const answers = await Promise.race([Promise.allSettled(others), sleep(PATIENCE_MS, null)]);

  const saved = await observer`select half from halves where round = ${round}`;
  const torn = await observer`select id from pairs group by id having count(*) <> 2`;
  return [
    ...(saved.length > 0 ? [`round ${String(round)}: ${saved.map((row) => row["half"] as string).join()} saved`] : []),
    ...torn.map((row) => `half of pair ${row["id"] as string} saved`),
    ...(answers === null ? [`round ${String(round)}: the client answers no more`] : []),
  ];
}

function waitingQueries(client: Sql, round: number): Promise<unknown>[] {
  const pair = (id: string) =>
    client.begin(async (transaction) => {
      await transaction`insert into pairs values (${id}, 'first')`;
      await transaction`insert into pairs values (${id}, 'second')`;
    });
  return [
    client`select 1`.then(() => undefined),
    pair(`${String(round)} a`),
    client`select 2`.then(() => undefined),
    pair(`${String(round)} b`),
  ];
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    const found = await observer`select 1 from pg_stat_activity where pid = ${pid}`;
    if (found.length === 0) return;
  }
}

async function faults(client: Sql, begin: Begin, death: Death, rounds: number): Promise<string[]> {
  await observer`truncate halves, pairs`;
  const found: string[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(...(await breakInTheMiddle(client, begin, death, round)));
  await client.end({ timeout: 1 });
  return found;
}

const guardedClient = () => createClient(url, { max: 1 });
const unguardedClient = () => postgres(url, { max: 1, backoff: () => 0, onnotice: () => undefined });

describe("a connection lost inside a transaction", () => {
  test.each([
    { way: "raw", begin: raw, death: "in a pause", rounds: 40 },
    { way: "raw", begin: raw, death: "under a query", rounds: 20 },
    { way: "nested", begin: nested, death: "in a pause", rounds: 10 },
    { way: "nested", begin: nested, death: "under a query", rounds: 10 },
    { way: "through drizzle", begin: throughDrizzle, death: "in a pause", rounds: 10 },
    { way: "through drizzle", begin: throughDrizzle, death: "under a query", rounds: 10 },
  ] as const)("saves no half of it and goes on working: $way, $death, $rounds rounds", async (run) => {
    expect(await faults(guardedClient(), run.begin, run.death, run.rounds)).toEqual([]);
  });

  test("does save halves without the guard, so that the test above can fail", async () => {
    const found: string[] = [];
    for (const round of [4, 9, 14]) {
      const client = unguardedClient();
      found.push(...(await breakInTheMiddle(client, raw, "in a pause", round)));
      void client.end({ timeout: 0 });
    }
    expect(found.filter((fault) => fault.includes("saved"))).not.toEqual([]);
  });

  test("says so, and the client goes on working", async () => {
    const client = guardedClient();
    const lost = client.begin(async (transaction) => {
      const [row] = await transaction<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await observer`select pg_terminate_backend(${row?.pid ?? 0})`;
      await gone(row?.pid ?? 0);
      await transaction`select 1`;
    });
    await expect(lost).rejects.toThrow(TransactionLostError);
    // The loss is told before the socket has closed, so a query sent at once may still meet the dying connection and be refused.
    await expect.poll(() => client`select 1 as one`.then(([row]) => row?.["one"] as number, () => "refused")).toBe(1);
    await client.end();
  });
});

describe("transactions that keep their connection", () => {
  beforeAll(() => observer`truncate halves`.then(() => undefined));
  const saved = async () => (await observer`select half from halves order by half`).map((row) => row["half"] as string);

  test("are saved, and give back what their work returned", async () => {
    const answer = await rawClient().begin(async (transaction) => {
      await transaction`insert into halves values (1, 'kept')`;
      return "done";
    });
    expect(answer).toBe("done");
    expect(await saved()).toEqual(["kept"]);
  });

  test("are undone by an exception, which comes out unchanged", async () => {
    const failure = new Error("changed my mind");
    const attempt = rawClient().begin(async (transaction) => {
      await transaction`insert into halves values (1, 'undone')`;
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await saved()).toEqual(["kept"]);
  });

  test("are undone by a failing statement", async () => {
    const attempt = rawClient().begin(async (transaction) => {
      await transaction`insert into halves values (1, 'undone')`;
      await transaction`select 1 / 0`;
    });
    await expect(attempt).rejects.toMatchObject({ code: "22012" });
    expect(await saved()).toEqual(["kept"]);
  });

  test("undo a savepoint alone", async () => {
    await rawClient().begin(async (transaction) => {
      await transaction`insert into halves values (1, 'outer')`;
      await transaction
        .savepoint("inner", async (inner) => {
          await inner`insert into halves values (1, 'undone')`;
          throw new Error("only the inner part");
        })
        .catch(() => undefined);
      await transaction.savepoint((inner) => inner`insert into halves values (1, 'second inner')`);
    });
    expect(await saved()).toEqual(["kept", "outer", "second inner"]);
  });

  test("take a list of queries, values and identifiers", async () => {
    const [, rows] = await rawClient().begin("read only", (transaction) => [
      transaction`select 1`,
      transaction`select ${transaction("half")} from halves where half in ${transaction(["kept", "outer"])} order by 1`,
    ]);
    expect(rows).toEqual([{ half: "kept" }, { half: "outer" }]);
  });

  test("work through drizzle, nested too, with isolation", async () => {
    const level = await inTransaction(
      async (transaction) => {
        await transaction.execute(statement`insert into halves values (2, 'drizzle')`);
        await transaction
          .transaction(async (inner) => {
            await inner.execute(statement`insert into halves values (2, 'undone')`);
            inner.rollback();
          })
          .catch(() => undefined);
        const [row] = await transaction.execute(statement`select current_setting('transaction_isolation') as level`);
        return row?.["level"];
      },
      { isolation: "serializable" },
    );
    expect(level).toBe("serializable");
    expect(await saved()).toEqual(["drizzle", "kept", "outer", "second inner"]);
    expect(await db.execute(statement`select 1 as one`)).toHaveLength(1);
  });

  test("refuse reserve(), which the guard cannot cover", () => {
    expect(() => guardedClient().reserve()).toThrow("begin()");
  });
});

test("work inside a transaction takes no second connection, and work of another program may", async () => {
  await expect(inTransaction(async () => Promise.resolve(database()))).rejects.toThrow("takes a second connection");
  await expect(inTransaction(() => inTransaction(() => Promise.resolve()))).rejects.toThrow("takes a second connection");
  expect(await inTransaction(async () => Promise.resolve(apart(() => database() === db)))).toBe(true);
  expect(database()).toBe(db);
});

describe("statements of drizzle", () => {
  test("are prepared when they come often, in transactions and savepoints too, and not when they do not", async () => {
    const client = createClient(url, { max: 1 });
    try {
      const often = drizzle(client);
      const ask = (executor: Pick<typeof often, "execute">, round: number) => executor.execute<{ round: number }>(statement`select ${round}::int as round`);
      for (let round = 1; round <= 20; round += 1) {
        const found = await often.transaction(async (outer) => [...(await ask(outer, round)), ...(await outer.transaction((inner) => ask(inner, round))), ...(await ask(outer, -round))]);
        expect(found.map(({ round: answered }) => answered)).toEqual([round, round, -round]);
        await often.execute(statement`select ${statement.raw(String(round))} + ${round}::int as twice`);
      }
      const [prepared] = await client<{ often: string; other: string }[]>`
        select count(*) filter (where statement like 'select $1::int as round%') as often, count(*) filter (where statement like 'select % as twice') as other from pg_prepared_statements`;
      expect(prepared).toEqual({ often: "1", other: "0" });
    } finally {
      await client.end();
    }
  });

  test("that many others follow are forgotten, and no more than so many are prepared", () => {
    const used = new OftenUsed();
    const times = (name: string, many: number): boolean => Array.from({ length: many }, () => used.use(name)).at(-1) ?? false;
    expect(times("a", 7)).toBe(false);
    for (let at = 0; at < 4_000; at += 1) used.use(`once ${String(at)}`);
    expect(used.use("a")).toBe(false);
    expect(times("b", 8)).toBe(true);
    for (let at = 0; at < 399; at += 1) times(`often ${String(at)}`, 8);
    expect(times("c", 100)).toBe(false);
    expect(used.use("b")).toBe(true);
  });
});
