/**
 * Finished pages by address, the least recently used dropped first when they pass `mostBytes`.
 * An address is `/en/millbrook/votes/your-patch`; renewal names it without the language.
 */
export class PageStore {
  #pages = new Map();
  #bytes = 0;
  #hearing = false;
  #renewals = 0;
  /** Renewals so far when a page was found missing: a page made before a renewal must not be kept after it. */
  #missedAt = new Map();

  constructor(mostBytes) {
    this.mostBytes = mostBytes;
  }

  start() {
    this.clear();
    this.#hearing = true;
  }

  stop() {
    this.#hearing = false;
    this.clear();
  }

  get(key) {
    const page = this.#pages.get(key);
    if (!page) {
      this.#missedAt.set(key, this.#renewals);
      return null;
    }
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  set(key, value) {
    const before = this.#missedAt.get(key);
    this.#missedAt.delete(key);
    if (!this.#hearing || value === null || before !== this.#renewals) return;
    const bytes = (value.body?.length ?? value.html?.length ?? 0) + 1024;
    if (bytes > this.mostBytes / 8) return;
    this.#drop(key);
    this.#pages.set(key, { value, lastModified: Date.now(), bytes });
    this.#bytes += bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#drop(oldest);
    }
  }

  renew(address) {
    this.#renewals += 1;
    for (const key of [...this.#pages.keys()]) {
      const place = key.replace(/^\/(en|cy)\//, "");
      if (place === address || place.startsWith(`${address}/`)) this.#drop(key);
    }
  }

  clear() {
    this.#renewals += 1;
    this.#pages.clear();
    this.#missedAt.clear();
    this.#bytes = 0;
  }

  #drop(key) {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= page.bytes;
  }
}
