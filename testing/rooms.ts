import { spawnSync } from "node:child_process";
import path from "node:path";

/** The rooms whose imports the law governs: everything that runs, and what is measured and checked with it. */
export const ROOMS_UNDER_LAW = [
  "app",
  "ballot-box",
  "bench",
  "build",
  "components",
  "count",
  "counter",
  "db",
  "domain",
  "features",
  "i18n",
  "issuer",
  "platform",
  "seed",
  "start",
  "verifier",
  "worker",
] as const;

/** Every room that holds code: tests too. */
export const ROOMS = [...ROOMS_UNDER_LAW, "e2e", "testing"] as const;

/** What dependency-cruiser is asked. */
export const LAW: readonly string[] = ["--config", ".dependency-cruiser.mjs", ...ROOMS_UNDER_LAW];

// `npm run laws`
if (import.meta.main) {
  const root = path.dirname(import.meta.dirname);
  process.exitCode = spawnSync(path.join(root, "node_modules/.bin/depcruise"), LAW, { cwd: root, stdio: "inherit" }).status ?? 1;
}
