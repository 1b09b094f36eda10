/** Runs `npm start` on a new, empty data folder and removes the folder when told to stop: for the browser tests and measurements. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const data = mkdtempSync(path.join(tmpdir(), "folkmoot-copy-"));
chmodSync(data, 0o755); // the database may run as another user, who must be able to pass through

const { DATABASE_URL: _, ...environment } = process.env;
const copy = spawn(process.execPath, ["start/folkmoot.mjs", "start"], {
  cwd: path.dirname(import.meta.dirname),
  env: { ...environment, FOLKMOOT_DATA: data, FOLKMOOT_DEMO: "1", FOLKMOOT_COMPONENTS: "1" },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => copy.kill(signal));
copy.once("close", (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 1);
});
