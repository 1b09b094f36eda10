import postgres from "postgres";
import { PageStore } from "./page-store.mjs";

// The same word as RENEWAL_CHANNEL in platform/renewal.ts: this file is loaded by Next outside the bundle.
const CHANNEL = "folkmoot_renewal";
const MOST_BYTES = 64 * 1024 * 1024;

const shared = (globalThis.folkmootPages ??= { store: new PageStore(MOST_BYTES), listening: undefined });

function listen() {
  const url = process.env.DATABASE_URL;
  if (!url || process.env.NEXT_PHASE === "phase-production-build") return;
  const deaf = () => shared.store.stop();
  const client = postgres(url, { max: 1, idle_timeout: 0, onnotice() {}, onclose: deaf });
  shared.listening = client
    .listen(CHANNEL, (address) => shared.store.renew(address), () => shared.store.start())
    .catch(() => {
      deaf();
      shared.listening = undefined;
    });
}

/**
 * Next's cache of finished pages, kept in this process. Every process listens to the database, so a page is renewed
 * everywhere when the event that changes it commits. While the database cannot be heard nothing is served from here.
 */
export default class PageCache {
  constructor() {
    if (!shared.listening) listen();
  }

  async get(key) {
    if (!shared.listening) listen();
    return shared.store.get(key);
  }

  async set(key, value) {
    shared.store.set(key, value);
  }

  async revalidateTag() {
    shared.store.clear();
  }

  resetRequestCache() {}
}
