import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type Sql } from "./client.ts";
import { databaseUrlFromEnvironment } from "./url.ts";

/** Any number, the same in every instance. */
const LOCK = 4_175_081_932;
const FOLDER = path.join(import.meta.dirname, "migrations");

interface Migration {
  readonly name: string;
  readonly writtenAt: number;
  readonly hash: string;
  readonly statements: readonly string[];
}

/**
 * Brings a database up to date with db/migrations and returns the names of what it applied.
 * Each migration is one transaction under an advisory lock, so that any number of instances may start together.
 * Reads drizzle-kit's journal and keeps drizzle's own table of what was done; unlike drizzle's migrator it also applies
 * a migration that was written before the last one applied, as happens when two branches meet.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = createClient(url, { max: 1, name: "folkmoot migrate" });
  try {
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await apply(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end({ timeout: 5 });
  }
}

function readMigrations(folder: string): Migration[] {
  const journal = path.join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) return [];
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string; when: number }[] };
  return entries.map(({ tag, when }) => {
    const text = readFileSync(path.join(folder, `${tag}.sql`), "utf8");
    return {
      name: tag,
      writtenAt: when,
      hash: createHash("sha256").update(text).digest("hex"),
      statements: text.split("--> statement-breakpoint"),
    };
  });
}

async function apply(client: Sql, migration: Migration): Promise<boolean> {
  return client.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${LOCK})`;
    await transaction.unsafe(`
      create schema if not exists drizzle;
      create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    `);
    const [done] = await transaction`select 1 from drizzle.__drizzle_migrations where created_at = ${migration.writtenAt}`;
    if (done) return false;
    for (const [index, statement] of migration.statements.entries()) {
      if (!statement.trim()) continue;
      try {
        await transaction.unsafe(statement);
      } catch (error) {
        throw new Error(
          `Migration ${migration.name}, statement ${String(index + 1)}: ${(error as Error).message}\n${statement.trim().slice(0, 500)}`,
          { cause: error },
        );
      }
    }
    await transaction`
      insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.writtenAt})`;
    return true;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const applied = await migrate(databaseUrlFromEnvironment());
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
}
