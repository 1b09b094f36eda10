import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { holdLock, withLock } from "./lock.ts";
import { ensureServer, type EmbeddedServer } from "./server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-server-"));
chmodSync(folder, 0o755);
const dir = path.join(folder, "some where", "pg");
const open: EmbeddedServer[] = [];

afterAll(async () => {
  for (const server of open) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(where = dir): Promise<EmbeddedServer> {
  const server = await ensureServer({ dir: where });
  open.push(server);
  return server;
}

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const pidOf = (server: EmbeddedServer) => Number(readFileSync(path.join(server.dir, "data", "postmaster.pid"), "utf8").split("\n")[0]);
const count = (url: string) => ask(url, async (sql) => (await sql`select count(*)::int as n from kept`)[0]?.["n"] as number);

describe("an embedded server", () => {
  test("is made and started from nothing, in a folder with a space", async () => {
    const server = await start();
    const url = await server.ensureDatabase("folkmoot");
    expect(server.started).toBe(true);
    await ask(url, async (sql) => {
      await sql`create table kept (n int)`;
      await sql`insert into kept values (1)`;
    });
  });

  test("keeps what was promised, and listens to this machine alone", async () => {
    const server = await start();
    const settings = await ask(server.adminUrl, async (sql) => {
      const names = ["fsync", "synchronous_commit", "data_checksums", "jit", "listen_addresses", "unix_socket_directories", "password_encryption", "server_encoding"];
      const rows = await sql`select name, setting from pg_settings where name in ${sql(names)}`;
      return Object.fromEntries(rows.map((row) => [row["name"] as string, row["setting"] as string]));
    });
    expect(settings).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      data_checksums: "on",
      jit: "off",
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      password_encryption: "scram-sha-256",
      server_encoding: "UTF8",
    });
    const [locale] = await ask(server.adminUrl, (sql) => sql`select datcollate from pg_database where datname = 'folkmoot'`);
    expect(locale?.["datcollate"]).toBe("C");
  });

  test("shows its password to its owner alone, and takes no other", async () => {
    const server = await start();
    expect(statSync(path.join(server.dir, "connection.json")).mode & 0o777).toBe(0o600);
    expect(statSync(server.dir).mode & 0o777).toBe(0o700);
    const wrong = new URL(server.url("folkmoot"));
    wrong.password = "wrong";
    await expect(ask(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  });

  test("gives the application a role that is no superuser, and lets it make trusted extensions", async () => {
    const server = await start();
    const [role] = await ask(server.url("folkmoot"), async (sql) => {
      for (const name of ["pg_trgm", "unaccent", "citext"]) await sql.unsafe(`create extension if not exists ${name}`);
      return sql`select rolsuper from pg_roles where rolname = current_user`;
    });
    expect(role?.["rolsuper"]).toBe(false);
  });

  test("is adopted by whoever asks while it runs, several at once", async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(servers.map(({ started }) => started)).toEqual([false, false, false]);
    const urls = await Promise.all(servers.map((server) => server.ensureDatabase("other")));
    expect(new Set(urls).size).toBe(1);
  });

  test("loses nothing committed when it is killed", async () => {
    const before = await start();
    await ask(before.url("folkmoot"), (sql) => sql`insert into kept values (2)`);
    process.kill(pidOf(before), "SIGKILL");
    const after = await start();
    expect(after.started).toBe(true);
    expect(await count(after.url("folkmoot"))).toBe(2);
  });

  test("starts beside a pid file whose number now belongs to another program", async () => {
    const server = await start();
    const pidFile = path.join(server.dir, "data", "postmaster.pid");
    const [, ...rest] = readFileSync(pidFile, "utf8").split("\n");
    await server.stop();
    writeFileSync(pidFile, [String(process.pid), ...rest].join("\n"), { mode: 0o600 });
    expect(await count((await start()).url("folkmoot"))).toBe(2);
  });

  test("moves to another port when its own was taken", async () => {
    const before = await start();
    await before.stop();
    const stranger = net.createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => stranger.listen(before.port, "127.0.0.1", resolve));
    const after = await start();
    stranger.close();
    expect(after.port).not.toBe(before.port);
    expect(await count(after.url("folkmoot"))).toBe(2);
  });

  test("gets a new password when the file with it was lost", async () => {
    const before = await start();
    await before.stop();
    rmSync(path.join(before.dir, "connection.json"));
    const after = await start();
    expect(after.url("folkmoot")).not.toBe(before.url("folkmoot"));
    expect(await count(after.url("folkmoot"))).toBe(2);
  });

  test("stops, and stops again without complaint", async () => {
    const server = await start();
    await server.stop();
    await server.stop();
    expect(existsSync(path.join(server.dir, "data", "postmaster.pid"))).toBe(false);
  });

  test("builds again over an initialisation that was cut off", async () => {
    const where = path.join(folder, "cut-off", "pg");
    const server = await start(where);
    await server.stop();
    rmSync(path.join(server.dir, "data"), { recursive: true });
    mkdirSync(path.join(server.dir, "data.unfinished"));
    const again = await start(where);
    expect(await ask(await again.ensureDatabase("folkmoot"), (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await again.stop();
  });

  test.runIf(process.getuid?.() === 0)("runs for root in a folder that no other user can reach", async () => {
    const closed = path.join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const server = await start(path.join(closed, "pg"));
    expect(await ask(await server.ensureDatabase("folkmoot"), (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

describe("a lock", () => {
  const file = path.join(folder, "lock");

  test("lets one in at a time", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(file, work)));
    expect(most).toBe(1);
  });

  test("of a process that died is taken over", () => {
    writeFileSync(file, "999999999");
    const release = holdLock(file);
    expect(release).not.toBeNull();
    release?.();
  });

  test("not heard of for long is taken over, even if its number lives on", () => {
    writeFileSync(file, String(process.ppid));
    expect(holdLock(file)).toBeNull();
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    const release = holdLock(file);
    expect(release).not.toBeNull();
    expect(holdLock(file)).toBeNull();
    release?.();
  });
});
