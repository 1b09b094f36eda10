import { hearRenewals } from "./hear-renewals.ts";
import { PageStore } from "./page-store.ts";

const MOST_BYTES = 64 * 1024 * 1024;

const HOLDER = Symbol.for("folkmoot.pages");
const holder = globalThis as { [HOLDER]?: PageStore };

/** The pages kept by this process; it begins to hear renewals at the first call. */
export function keptPages(): PageStore {
  const there = holder[HOLDER];
  if (there) return there;
  const store = new PageStore(MOST_BYTES);
  holder[HOLDER] = store;
  const url = process.env["DATABASE_URL"];
  // The build makes no page, and has no database to hear.
  if (url && process.env["NEXT_PHASE"] !== "phase-production-build") hearRenewals(store, url);
  return store;
}
