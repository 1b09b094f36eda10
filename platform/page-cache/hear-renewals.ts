import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { RENEWAL_CHANNEL } from "./renewal-channel.ts";
import type { PageStore } from "./page-store.ts";

interface Waits {
  /** A connection is asked so often whether it still lives, and has so long to answer. */
  readonly askedEveryMs: number;
  readonly patienceMs: number;
  /** Between one connection and the next. */
  readonly pauseMs: number;
}

const WAITS: Waits = { askedEveryMs: 5_000, patienceMs: 5_000, pauseMs: 500 };

export interface Hearing {
  /** Ends it; nothing is kept any more. */
  stop(): Promise<void>;
}

/**
 * Has a store hear the renewals that other processes commit, until stopped. While the database cannot be heard the store
 * keeps nothing, so that no page outlives what changed it: when the connection ends, at once; when it goes silent, within
 * ten seconds. Not `sql.listen` of the client: it neither tells that its connection was lost nor finds out.
 */
export function hearRenewals(store: PageStore, url: string, waits: Waits = WAITS): Hearing {
  const stopped = new AbortController();
  const ended = (async () => {
    while (!stopped.signal.aborted) {
      await hearUntilLost(store, url, waits, stopped.signal).catch(() => undefined);
      await sleep(waits.pauseMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}

/** One connection's life. Always throws in the end. */
async function hearUntilLost(store: PageStore, url: string, { askedEveryMs, patienceMs }: Waits, stopped: AbortSignal): Promise<never> {
  const lost = new AbortController();
  const lose = (): void => {
    store.stop();
    lost.abort();
  };
  const client = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    connection: { application_name: "folkmoot renewals" },
    onnotice: () => undefined,
    onclose: lose,
    // Left out of the client's types: what its own `listen` is made of.
    ...{ onnotify: (_channel: string, address: string) => store.renew(address) },
  });
  const end = (): Promise<void> => client.end({ timeout: 0 }).catch(() => undefined);
  const ask = async (statement: string): Promise<void> => {
    // Asked again after a loss the client would open a new connection, which hears nothing.
    lost.signal.throwIfAborted();
    const patience = setTimeout(end, patienceMs).unref();
    try {
      await client.unsafe(statement);
    } finally {
      clearTimeout(patience);
    }
  };
  stopped.addEventListener("abort", lose, { once: true });
  try {
    await ask(`listen ${RENEWAL_CHANNEL}`);
    lost.signal.throwIfAborted();
    store.start();
    for (;;) {
      await sleep(askedEveryMs, undefined, { ref: false, signal: lost.signal });
      await ask("select 1");
    }
  } finally {
    stopped.removeEventListener("abort", lose);
    store.stop();
    await end();
  }
}
