import { execFileSync } from "node:child_process";
import path from "node:path";

const ROOT = path.dirname(import.meta.dirname);

/** Before the tests: pages name the built files by their fingerprints, and a fresh checkout has none. Does little where they are there. */
export default function setup(): void {
  execFileSync(process.execPath, [path.join(ROOT, "build/assets.ts")], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}
