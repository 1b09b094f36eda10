import type { FinishedPage, KeptPage } from "./page-store.ts";
import { keptPages } from "./pages.ts";

/** Next names a page by its route and address: `/route-cache/APP_ROUTE/2cad28e6…/$/en/millbrook`. */
const KEY = /^(?:\/route-cache\/\w+\/\w+\/\$)?(\/(?:en|cy)(?:\/.*)?)$/;

/**
 * Next's cache of finished pages, kept in this process (next.config.js names this file). Every process listens to the
 * database, so a page is renewed everywhere when the event that changes it commits. What is named in another way than
 * by its address could not be renewed, and is not kept.
 */
export default class PageCache {
  readonly #pages = keptPages();

  async get(key: string): Promise<KeptPage | null> {
    const address = KEY.exec(key)?.[1];
    return address === undefined ? null : this.#pages.get(address);
  }

  async set(key: string, value: FinishedPage | null): Promise<void> {
    const address = KEY.exec(key)?.[1];
    if (address !== undefined) this.#pages.set(address, value);
  }

  async revalidateTag(): Promise<void> {
    this.#pages.clear();
  }

  resetRequestCache(): void {
    // Nothing is kept for one request alone.
  }
}
