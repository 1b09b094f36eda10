import { now } from "./clock.ts";

interface Remembered {
  readonly value: Promise<unknown>;
  readonly until: number;
}

/**
 * What was read lately, kept in this process for some seconds: for what is the same for everybody and asked for at every
 * request. Several who ask at once share one reading; a reading that fails is not kept.
 */
export class ShortMemory<T> {
  readonly #kept = new Map<string, Remembered>();
  readonly #seconds: number;
  readonly #most: number;

  constructor({ seconds, most = 1_000 }: { readonly seconds: number; readonly most?: number }) {
    this.#seconds = seconds;
    this.#most = most;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    const at = now().getTime();
    const kept = this.#kept.get(key);
    if (kept && kept.until > at) return kept.value as Promise<T>;
    const value = read();
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: at + this.#seconds * 1000 });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    });
    return value;
  }
}
