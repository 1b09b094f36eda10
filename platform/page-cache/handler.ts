import type { FinishedPage, KeptPage } from "./page-store.ts";
import { keptPages } from "./pages.ts";

/**
 * Next's cache of finished pages, kept in this process (next.config.js names this file). Every process listens to the
 * database, so a page is renewed everywhere when the event that changes it commits.
 */
export default class PageCache {
  readonly #pages = keptPages();

  async get(key: string): Promise<KeptPage | null> {
    return this.#pages.get(key);
  }

  async set(key: string, value: FinishedPage | null): Promise<void> {
    this.#pages.set(key, value);
  }

  async revalidateTag(): Promise<void> {
    this.#pages.clear();
  }

  resetRequestCache(): void {
    // Nothing is kept for one request alone.
  }
}
