import type postgres from "postgres";

/**
 * postgres.js 3.4.9 reconnects when a backend dies inside a transaction, and lets the callback go on: the rest of it runs
 * on the new connection, outside any transaction, and is committed (porsager/postgres 1155, 1186, 1214, 1215). The library's
 * own closing "rollback" or "commit" goes there too, and may hit a transaction that meanwhile began on that connection.
 *
 * The guard knows a lost transaction at once. From then on every query made through it is refused at the moment it would be
 * sent, and the end of the callback is kept from the library, so that nothing of the lost transaction reaches the new
 * connection. The promise of `begin` rejects as before.
 */
export class TransactionLostError extends Error {
  override name = "TransactionLostError";
  constructor(options?: ErrorOptions) {
    super("The connection to the database was lost inside a transaction; nothing of it was saved.", options);
  }
}

type Client = postgres.Sql;
type Transaction = postgres.TransactionSql;
type Work = (transaction: Transaction) => unknown;

/** Puts the guard into a client, in place. Returns the same client. */
export function guardTransactions(client: Client): Client {
  const begin = client.begin.bind(client) as (options: string, work: Work) => Promise<unknown>;
  Object.assign(client, {
    begin: (optionsOrWork: string | Work, work?: Work) =>
      typeof optionsOrWork === "string"
        ? guarded((inner) => begin(optionsOrWork, inner), work as Work)
        : guarded((inner) => begin("", inner), optionsOrWork),
    reserve: () => {
      throw new Error("reserve() has the fault the transaction guard is for: use begin().");
    },
  });
  return client;
}

async function guarded(begin: (work: Work) => Promise<unknown>, work: Work): Promise<unknown> {
  const fate = new Fate();
  const outcome = begin((transaction) => fate.untilLost(() => work(watch(transaction, fate)))).catch((error: unknown) => {
    if (isLossOfConnection(error)) fate.lose(error);
    throw fate.isLost ? fate.error() : error;
  });
  // A query may learn of the loss before the library does: no need to wait with it for the socket to close.
  return Promise.race([outcome, fate.lost]);
}

/** Whether the connection of one transaction still lives. */
class Fate {
  cause: unknown;
  isLost = false;
  readonly lost: Promise<never>;
  #reject: (error: TransactionLostError) => void = () => undefined;

  constructor() {
    this.lost = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.lost.catch(() => undefined);
  }

  lose(cause: unknown): void {
    if (this.isLost) return;
    this.isLost = true;
    this.cause = cause;
    this.#reject(this.error());
  }

  error(): TransactionLostError {
    return new TransactionLostError({ cause: this.cause });
  }

  refuseIfLost(): void {
    if (this.isLost) throw this.error();
  }

  /** The result of `work`; once the transaction is lost, a promise that never settles: then the library does nothing more. */
  untilLost(work: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const returned = work();
      Promise.resolve(Array.isArray(returned) ? Promise.all(returned) : returned).then(
        (value) => {
          if (!this.isLost) resolve(value);
        },
        (error: unknown) => {
          if (!this.isLost) reject(error as Error);
        },
      );
    });
  }
}

/** The same transaction, with each of its queries watched, those of savepoints included. */
function watch(transaction: Transaction, fate: Fate): Transaction {
  const savepoint = transaction.savepoint.bind(transaction) as (...args: unknown[]) => Promise<unknown>;
  const watchedSavepoint = async (nameOrWork: string | Work, work?: Work): Promise<unknown> => {
    fate.refuseIfLost();
    const body = typeof nameOrWork === "string" ? (work as Work) : nameOrWork;
    const inner: Work = (nested) => fate.untilLost(() => body(watch(nested as Transaction, fate)));
    try {
      return await Promise.race([
        typeof nameOrWork === "string" ? savepoint(nameOrWork, inner) : savepoint(inner),
        fate.lost,
      ]);
    } catch (error) {
      if (isLossOfConnection(error)) fate.lose(error);
      throw error;
    }
  };
  return new Proxy(transaction, {
    apply: (target, self, args) => watchQuery(Reflect.apply(target, self, args) as unknown, fate),
    get: (target, property) => {
      if (property === "savepoint") return watchedSavepoint;
      const value = Reflect.get(target, property) as unknown;
      if (property !== "unsafe" && property !== "file") return value;
      return (...args: unknown[]) => watchQuery((value as (...args: unknown[]) => unknown)(...args), fate);
    },
  });
}

/** What postgres.js's Query holds and this guard hooks into (src/query.js); not part of its published types. */
interface PendingQuery {
  handler: ((query: PendingQuery) => unknown) & { debug?: unknown };
  reject(error: unknown): unknown;
}

function watchQuery(result: unknown, fate: Fate): unknown {
  if (!isPendingQuery(result)) return result; // an identifier or a list of values to be put into a query
  fate.refuseIfLost();
  const { handler, reject } = result;
  // Sent when awaited, which may be long after it was written: so the look is taken here.
  result.handler = Object.assign(
    (query: PendingQuery) => (fate.isLost ? reject(fate.error()) : handler(query)),
    { debug: handler.debug },
  );
  // Told by the connection itself, before any code that awaits the query can go on.
  result.reject = (error) => {
    if (isLossOfConnection(error)) fate.lose(error);
    return reject(error);
  };
  return result;
}

function isPendingQuery(value: unknown): value is PendingQuery {
  return value instanceof Promise && "handler" in value && "reject" in value;
}

function isLossOfConnection(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, severity, syscall } = error as { code?: unknown; severity?: unknown; syscall?: unknown };
  if (typeof severity === "string") return severity === "FATAL" || severity === "PANIC";
  if (typeof syscall === "string") return true;
  return typeof code === "string" && /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|E[A-Z]+)$/.test(code);
}
