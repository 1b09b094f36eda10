import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { prepareOften } from "./prepare-often.ts";
import { guardTransactions } from "./transaction-guard.ts";
import { databaseUrlFromEnvironment } from "./url.ts";

/** Queries of drizzle. No schema is given to it: joins are written out, and this file need not know every table. */
export type Database = PostgresJsDatabase;
/** What `inTransaction` hands to its work. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** For functions that run inside or outside a transaction alike. */
export type Executor = Database | Transaction;
/** The postgres.js client. */
export type Sql = postgres.Sql;

/** Few connections serve many requests: on two cores four ran 45 % faster than sixteen. */
const DEFAULT_CONNECTIONS = 5;

/**
 * When a connection is lost with a message half written, postgres.js 3.4.9 puts the next connection's greeting behind it
 * and does not send it until 1,024 bytes have gathered: that connection then hangs for many connect timeouts. A greeting
 * longer than that goes out at once; the server refuses the remains, and the connection after it is sound.
 */
const FLUSHED_AT_ONCE_BYTES = 1_024;

interface Connected {
  readonly url: string;
  readonly max: number;
  readonly onStatement?: ((statement: string) => void) | undefined;
  readonly oneAtATime: boolean;
  readonly clients: Sql[];
  drizzle?: Database;
  raw?: Sql;
}

// Next loads a module more than once in one process; the connections must not multiply with it.
const HOLDER = Symbol.for("folkmoot.database");
const holder = globalThis as { [HOLDER]?: Connected | undefined };

/**
 * A postgres.js client whose transactions end when their connection ends (see transaction-guard.ts) and that prepares what comes
 * often (see prepare-often.ts).
 * `max` is the number of connections it may open; it opens them when needed.
 */
export function createClient(url: string, options: { max?: number; name?: string; onStatement?: ((statement: string) => void) | undefined } = {}): Sql {
  return guardTransactions(
    prepareOften(
      postgres(url, {
        max: options.max ?? DEFAULT_CONNECTIONS,
        connect_timeout: 10,
        backoff: secondsBeforeReconnecting,
        connection: { application_name: (options.name ?? "folkmoot").padEnd(FLUSHED_AT_ONCE_BYTES) },
        onnotice: () => undefined,
        ...(options.onStatement && { debug: (_connection: number, statement: string) => options.onStatement?.(statement) }),
      }),
    ),
  );
}

/**
 * Names the database all later calls use. Without it they use DATABASE_URL. Connections to another one stay open. For tests: `onStatement` is
 * told of each statement, and `oneAtATime` refuses another connection to work that has one.
 */
export function connect(url: string, options: { max?: number; onStatement?: (statement: string) => void; oneAtATime?: boolean } = {}): void {
  if (holder[HOLDER]?.url === url) return;
  holder[HOLDER] = { url, max: options.max ?? DEFAULT_CONNECTIONS, onStatement: options.onStatement, oneAtATime: options.oneAtATime ?? false, clients: [] };
}

/** At most a second: the library's own goes to 20, and does not always start anew after a success. */
function secondsBeforeReconnecting(attempt: number): number {
  return Math.min(0.01 * 2 ** attempt, 1);
}

/** Ends all connections, after the queries under way. */
export async function disconnect(): Promise<void> {
  const connected = holder[HOLDER];
  holder[HOLDER] = undefined;
  await Promise.all(connected?.clients.map((client) => client.end({ timeout: 5 })) ?? []);
}

/** Within a transaction, in tests. */
const inside = new AsyncLocalStorage<boolean>();

/** Work of another program or request, with connections of its own, that a test or a seed begins within a transaction. */
export const apart = <T>(work: () => T): T => inside.run(false, work);

/** Drizzle over the connected database. Work inside a transaction is given that instead: where as many transactions as there are connections each wait for one more, all of them wait for ever. */
export function database(): Database {
  const connected = current();
  if (connected.oneAtATime && inside.getStore()) throw new Error("Work inside a transaction takes a second connection: hand it the transaction, or do it before");
  connected.drizzle ??= drizzle(open(connected));
  return connected.drizzle;
}

/**
 * The postgres.js client itself, for hot paths: its tagged statements are prepared at once, drizzle's when they come often. It has
 * connections of its own, because drizzle() changes the client it is given: there dates and JSON come and go as text. Here timestamptz
 * is a Date, jsonb a value, bigint a string.
 */
export function rawClient(): Sql {
  const connected = current();
  connected.raw ??= open(connected);
  return connected.raw;
}

/**
 * Runs `work` in one transaction: all of it or nothing. `work` must do nothing but database work, and throws to undo it.
 * Throws TransactionLostError when the connection ends inside it.
 */
export function inTransaction<T>(
  work: (transaction: Transaction) => Promise<T>,
  options: { isolation?: "read committed" | "repeatable read" | "serializable"; readOnly?: boolean } = {},
): Promise<T> {
  const { isolation, readOnly } = options;
  const guarded = current().oneAtATime ? (transaction: Transaction) => inside.run(true, () => work(transaction)) : work;
  // Given an empty configuration drizzle sends an empty `set transaction`.
  if (!isolation && !readOnly) return database().transaction(guarded);
  return database().transaction(guarded, {
    ...(isolation && { isolationLevel: isolation }),
    ...(readOnly && { accessMode: "read only" as const }),
  });
}

function current(): Connected {
  if (!holder[HOLDER]) connect(databaseUrlFromEnvironment());
  return holder[HOLDER] as Connected;
}

function open(connected: Connected): Sql {
  const client = createClient(connected.url, { max: connected.max, onStatement: connected.onStatement });
  connected.clients.push(client);
  return client;
}
