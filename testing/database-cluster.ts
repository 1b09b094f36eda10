import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { isAlive } from "#platform/embedded-postgres/lock.ts";
import { ensureServer, stopServer } from "#platform/embedded-postgres/server.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a role that may make databases. */
    databaseServerUrl: string;
    /** A migrated, empty database that every test file copies. */
    templateDatabase: string;
  }
}

const FOLDER = "folkmoot-test-";

/** Lost with the machine, and twice as fast for it: test data is not worth a disk's patience. */
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** One cluster for the whole run: TEST_DATABASE_URL, else an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const template = `folkmoot_template_${String(process.pid)}`;
  const { serverUrl, stop } = given ? { serverUrl: given, stop: () => Promise.resolve() } : await temporaryServer();

  await onServer(serverUrl, `create database ${template}`);
  await migrate(withDatabase(serverUrl, template));
  await prepareJobs(withDatabase(serverUrl, template));
  project.provide("databaseServerUrl", serverUrl);
  project.provide("templateDatabase", template);

  return async () => {
    if (given) await onServer(serverUrl, `drop database if exists ${template}`);
    await stop();
  };
}

async function temporaryServer(): Promise<{ serverUrl: string; stop: () => Promise<void> }> {
  await removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${FOLDER}${String(process.pid)}-`));
  chmodSync(folder, 0o755); // the server runs as another user when the tests run as root
  const server = await ensureServer({ dir: path.join(folder, "pg"), settings: FAST });
  const serverUrl = await server.ensureDatabase("folkmoot");
  return {
    serverUrl,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed could not stop its server. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(FOLDER) ? name.slice(FOLDER.length).split("-")[0] : NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const folder = path.join(tmpdir(), name);
    try {
      await stopServer({ dir: path.join(folder, "pg") });
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or another run removes it at this moment.
    }
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
