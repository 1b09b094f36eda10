import type postgres from "postgres";

type Client = postgres.Sql;
type Transaction = postgres.TransactionSql;
type Unsafe = Client["unsafe"];
type Work = (transaction: Transaction) => unknown;

/** Uses in this process after which a statement is prepared: what is asked once in a while is not worth keeping. */
const OFTEN = 8;
/** Statements that one process prepares at most, on each of its connections: each takes some kilobytes of the server. */
const MOST_PREPARED = 400;
/** Statements whose uses are counted at a time; lists of values make a new one for each length. */
const MOST_COUNTED = 4_000;

/** Which statements are often used. */
export class OftenUsed {
  readonly #uses = new Map<string, number>();
  readonly #prepared = new Set<string>();

  /** Counts a use, and says whether the statement is to be prepared. */
  use(statement: string): boolean {
    if (this.#prepared.has(statement)) return true;
    if (this.#prepared.size >= MOST_PREPARED) return false;
    const uses = (this.#uses.get(statement) ?? 0) + 1;
    this.#uses.delete(statement);
    if (uses >= OFTEN) {
      this.#prepared.add(statement);
      return true;
    }
    this.#uses.set(statement, uses);
    for (const longestUnused of this.#uses.keys()) {
      if (this.#uses.size <= MOST_COUNTED) break;
      this.#uses.delete(longestUnused);
    }
    return false;
  }
}

/**
 * drizzle gives each statement to postgres.js as one that will not come again: it is sent twice, to ask for its types and then to run, and
 * planned anew each time. Those that do come again are prepared by this, on every connection that meets them. Puts itself into the
 * client, in place, and returns the same client.
 */
export function prepareOften(client: Client): Client {
  const often = new OftenUsed();
  const preparing = (unsafe: Unsafe): Unsafe =>
    ((statement: string, values: Parameters<Unsafe>[1] = [], options: Parameters<Unsafe>[2] = {}) =>
      unsafe(statement, values, values.length > 0 && often.use(statement) ? { ...options, prepare: true } : options)) as Unsafe;
  const within = (transaction: Transaction): Transaction => {
    const unsafe = preparing(transaction.unsafe.bind(transaction));
    const savepoint = transaction.savepoint.bind(transaction) as (...args: unknown[]) => unknown;
    const nested = (nameOrWork: string | Work, work?: Work): unknown =>
      typeof nameOrWork === "string" ? savepoint(nameOrWork, (inner: Transaction) => work?.(within(inner))) : savepoint((inner: Transaction) => nameOrWork(within(inner)));
    return new Proxy(transaction, { get: (target, property) => (property === "unsafe" ? unsafe : property === "savepoint" ? nested : (Reflect.get(target, property) as unknown)) });
  };
  const begin = client.begin.bind(client) as (options: string, work: Work) => unknown;
  Object.assign(client, {
    unsafe: preparing(client.unsafe.bind(client)),
    begin: (optionsOrWork: string | Work, work?: Work) =>
      typeof optionsOrWork === "string" ? begin(optionsOrWork, (transaction) => work?.(within(transaction))) : begin("", (transaction) => optionsOrWork(within(transaction))),
  });
  return client;
}
