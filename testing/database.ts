import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { connect, database, disconnect, rawClient, type Database, type Sql } from "#db/client.ts";
import { runProgramsOfTests } from "./voting-programs.ts";

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  readonly sql: Sql;
}

/**
 * A migrated, empty database of the calling test file's own, dropped after its last test.
 * Issuer, ballot box and counter answer in the same process. Also what `db`, `database()`, `rawClient()` and `inTransaction()` of db/client.ts use from then on.
 * Call it once at the top of a *.db.test.ts file: `const { db, sql } = await testDatabase();`
 */
export async function testDatabase(options: { connections?: number; onStatement?: (statement: string) => void } = {}): Promise<TestDatabase> {
  const serverUrl = inject("databaseServerUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(serverUrl, (server) => server.unsafe(`create database ${name} template ${inject("templateDatabase")}`));

  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  connect(address.href, { max: options.connections ?? 5, oneAtATime: true, ...(options.onStatement && { onStatement: options.onStatement }) });
  runProgramsOfTests();
  afterAll(async () => {
    await disconnect();
    await onServer(serverUrl, (server) => dropWhenFree(server, name));
  });
  return { url: address.href, db: database(), sql: rawClient() };
}

/** A worker of the server that sweeps the database at this moment may be ended by nobody but a superuser: it is gone soon. */
async function dropWhenFree(server: Sql, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await server.unsafe(`drop database if exists ${name} with (force)`);
      return;
    } catch (fault) {
      if (tries === 20) throw fault;
      await sleep(250);
    }
  }
}

async function onServer(url: string, work: (server: Sql) => PromiseLike<unknown>): Promise<void> {
  const server = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await work(server);
  } finally {
    await server.end({ timeout: 5 });
  }
}
