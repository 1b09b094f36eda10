import { existsSync } from "node:fs";
import path from "node:path";
import { connect, disconnect } from "#db/client.ts";
import { ensureServer } from "#platform/embedded-postgres/server.ts";

/**
 * Runs an operator's command on the installation's database: that of DATABASE_URL, else the built-in one of FOLKMOOT_DATA (.data where that is
 * not set), whether Folkmoot runs at the moment or not. Says at the terminal where there is none, and then gives null.
 */
export async function onTheDatabase<T>(work: () => Promise<T>): Promise<T | null> {
  const given = process.env["DATABASE_URL"];
  if (given) return connected(given, work);
  const dir = path.join(path.resolve(process.env["FOLKMOOT_DATA"] ?? ".data"), "pg");
  if (!existsSync(dir)) {
    console.log(`There is no database at ${dir}. Start Folkmoot once with npm start, or name a database in DATABASE_URL or a folder in FOLKMOOT_DATA.`);
    return null;
  }
  const server = await ensureServer({ dir });
  try {
    return await connected(server.url("folkmoot"), work);
  } finally {
    // One that ran before goes on running.
    if (server.started) await server.stop();
  }
}

async function connected<T>(url: string, work: () => Promise<T>): Promise<T> {
  connect(url);
  try {
    return await work();
  } finally {
    await disconnect();
  }
}
