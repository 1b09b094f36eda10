import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { createClient, type Sql } from "./client.ts";
import { migrate } from "./migrate.ts";
import { giveLogins, loginAddress, PROGRAMS, roleAddress, type Program } from "./roles.ts";

const { url, sql } = await testDatabase();
const clients: Sql[] = [];
afterAll(() => Promise.all(clients.map((client) => client.end({ timeout: 1 }))));

const asRole = (program: Program): Sql => {
  const client = createClient(roleAddress(url, program), { max: 1 });
  clients.push(client);
  return client;
};
const codeOf = (asked: PromiseLike<unknown>): Promise<string> => Promise.resolve(asked).then(() => "allowed", (fault: { code: string }) => fault.code);

const DENIED = "42501";
/** Every table by its side, from the catalogue itself: a table that somebody adds is tested the moment it is there. */
const tables = await sql<{ place: string; schema: string; name: string }[]>`
  select n.nspname || '.' || c.relname as place, n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'issuer', 'box', 'log', 'counter')`;
const PUBLIC_FACTS = ["polls", "poll_options", "poll_manifests", "log_orders"];
const readableBy: Record<Program, (table: (typeof tables)[number]) => boolean> = {
  web: ({ schema }) => schema === "public" || schema === "log",
  issuer: ({ schema, name }) => schema === "issuer" || schema === "log" || (schema === "public" && PUBLIC_FACTS.includes(name)),
  box: ({ schema, name }) => schema === "log" || (schema === "box" && !/^waiting_\d+$/.test(name)) || (schema === "public" && PUBLIC_FACTS.includes(name)),
  counter: ({ schema, name }) => schema === "counter" || schema === "log" || (schema === "public" && PUBLIC_FACTS.includes(name)),
};

describe.each(PROGRAMS)("the role of %s", (program) => {
  test("reads its own tables and is denied every other", async () => {
    const client = asRole(program);
    const found = new Map<string, string>();
    for (const { place } of tables) found.set(place, await codeOf(client.unsafe(`select 1 from ${place} limit 1`)));
    const wanted = new Map(tables.map((table) => [table.place, readableBy[program](table) ? "allowed" : DENIED]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    expect(tables.length).toBeGreaterThan(100);
  });

  test("changes nothing that only grows", async () => {
    const client = asRole(program);
    const growing = ["log.leaves", "log.subtrees", "log.checkpoints", "log.openings", "box.sealed", "public.roll_marks", "public.audit_trail", "public.poll_manifests", "public.log_orders"];
    for (const place of growing)
      for (const statement of [`delete from ${place}`, `truncate ${place}`]) expect([statement, await codeOf(client.unsafe(statement))]).toEqual([statement, DENIED]);
  });
});

test("writes are divided as the reads are", async () => {
  const [web, issuer, box, counter] = PROGRAMS.map(asRole) as [Sql, Sql, Sql, Sql];
  const leaf = `insert into log.leaves (poll_id, index, kind, hash, bytes) values (gen_random_uuid(), 0, 'manifest', sha256('1'), '1')`;
  expect(await Promise.all([web, issuer, counter].map((client) => codeOf(client.unsafe(leaf))))).toEqual([DENIED, DENIED, DENIED]);
  const opening = `insert into log.openings (poll_id, index, invalid) values (gen_random_uuid(), 0, 'x')`;
  expect(await Promise.all([web, issuer, box].map((client) => codeOf(client.unsafe(opening))))).toEqual([DENIED, DENIED, DENIED]);
  const mark = `insert into roll_marks (council_id, poll_id, voter_hash, channel, marked_on) values (gen_random_uuid(), gen_random_uuid(), '1', 'online', now())`;
  expect(await Promise.all([issuer, box, counter].map((client) => codeOf(client.unsafe(mark))))).toEqual([DENIED, DENIED, DENIED]);
});

test("functions are each for one program", async () => {
  const [web, issuer, box, counter] = PROGRAMS.map(asRole) as [Sql, Sql, Sql, Sql];
  const poll = randomUUID();
  const issue = (client: Sql) => codeOf(client`select issue_ballot(''::bytea, ${poll}, '1', ''::bytea, 'online')`);
  const last = (client: Sql) => codeOf(client`select * from box.last_ballots(${poll}, ''::bytea, 10)`);
  const cast = (client: Sql) => codeOf(client`select * from box.cast_ballots(${poll}, '{}', '{}', '{}', '{}', '{}')`);
  expect(await Promise.all([web, box, counter].map(issue))).toEqual([DENIED, DENIED, DENIED]);
  expect(await issue(issuer)).toBe("allowed");
  expect(await Promise.all([web, issuer, counter].map(cast))).toEqual([DENIED, DENIED, DENIED]);
  expect(await cast(box)).toBe("allowed");
  // The counter may call it, and is refused by it as long as the box is not closed.
  expect(await Promise.all([web, issuer, box, counter].map(last))).toEqual([DENIED, DENIED, DENIED, DENIED]);
});

test("what acts as the owner is bound to nobody else's tables and sees none before the owner's", async () => {
  const open = await sql`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.prosecdef and (has_function_privilege('public', p.oid, 'execute') or not coalesce(p.proconfig::text like '%, pg_temp%', false))`;
  expect([...open]).toEqual([]);
  const web = asRole("web");
  await web`create temporary table pool_contributions (pool_id uuid, year int, kind pool_money_kind, ring_fence text, amount_pence bigint)`;
  expect(await codeOf(web`create trigger forged after insert on pg_temp.pool_contributions for each row execute function keep_purse()`)).toBe(DENIED);
});

test("each signs in with its own password, and no other program's is taken", async () => {
  const passwords = { web: "w".repeat(24), issuer: "i".repeat(24), box: "b".repeat(24), counter: "c".repeat(24) };
  await giveLogins(sql, passwords);
  for (const program of PROGRAMS) {
    const client = createClient(loginAddress(url, program, passwords[program]), { max: 1 });
    expect(await client`select current_user as name`).toEqual([{ name: `folkmoot_${program}` }]);
    await client.end({ timeout: 1 });
  }
  const stranger = createClient(loginAddress(url, "box", passwords.web), { max: 1 });
  expect(await codeOf(stranger`select 1`)).toBe("28P01");
  await stranger.end({ timeout: 1 });
  for (const program of PROGRAMS) await sql.unsafe(`alter role folkmoot_${program} nologin password null`);
});

test("several databases of one cluster are migrated at the same moment", async () => {
  const names = Array.from({ length: 4 }, () => `roles_${randomUUID().replaceAll("-", "")}`);
  for (const name of names) await sql.unsafe(`create database ${name}`);
  const addresses = names.map((name) => Object.assign(new URL(url), { pathname: `/${name}` }).href);
  const applied = await Promise.all(addresses.map((address) => migrate(address)));
  expect(applied.map((list) => list.length)).toEqual(Array.from({ length: 4 }, () => applied[0]?.length));
  expect(await migrate(addresses[0] ?? "")).toEqual([]);
  for (const name of names) await sql.unsafe(`drop database ${name} with (force)`);
});
