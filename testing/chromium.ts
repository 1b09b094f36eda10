/**
 * Finds a Chromium for browser tests and measurements, or says what to install.
 * `node testing/chromium.ts` prints what it found.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  /** The whole environment it is to be started with. */
  readonly env: Record<string, string>;
}

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
];
const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const require = createRequire(import.meta.url);

/**
 * In this order: CHROMIUM_PATH, Playwright's own if it was downloaded, a system's, the one npm installed (Linux x64).
 * Throws an Error with the install command when there is none that starts.
 */
export function findChromium(): Chromium {
  const given = process.env["CHROMIUM_PATH"];
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  const found = [given ?? null, playwrightsOwn(), ...SYSTEM].find((file) => file !== null && existsSync(file));
  const chromium = found ? { executablePath: found, args: args(), env: environment() } : fromNpm();
  if (!chromium) {
    throw new Error(
      "No Chromium was found. Install one (Debian, Ubuntu: `apt-get install chromium`; elsewhere: `npx playwright install chromium`), " +
        "or name one with CHROMIUM_PATH=/path/to/chromium. On Linux x64 `npm install` brings one unless run with --omit=optional.",
    );
  }
  return chromium;
}

function args(): string[] {
  return process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), ...more };
}

function playwrightsOwn(): string | null {
  const { chromium } = require("playwright-core") as typeof import("playwright-core");
  try {
    return chromium.executablePath();
  } catch {
    return null; // no build of it for this system
  }
}

/** @sparticuz/chromium: compressed in its package, unpacked once for each user into the temporary folder. */
function fromNpm(): Chromium | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  let entry: string;
  try {
    entry = require.resolve("@sparticuz/chromium");
  } catch {
    return null;
  }
  const { version } = JSON.parse(readFileSync(path.join(packageRoot(entry), "package.json"), "utf8")) as { version: string };
  const folder = path.join(tmpdir(), `folkmoot-chromium-${version}-${userInfo().username}`);
  if (!existsSync(path.join(folder, "chromium"))) unpack(entry, folder);

  const executablePath = path.join(folder, "chromium");
  const bundled = { LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") };
  const env = environment({
    ...(lacksLibraries(executablePath) && bundled),
    ...(!existsSync("/etc/fonts/fonts.conf") && { FONTCONFIG_PATH: path.join(folder, "fonts") }),
  });
  // Its sandbox helper is not in the package, and many containers allow no user namespaces.
  return { executablePath, args: [...QUIET, "--no-sandbox"], env };
}

function packageRoot(entry: string): string {
  let folder = path.dirname(entry);
  while (!existsSync(path.join(folder, "bin"))) folder = path.dirname(folder);
  return folder;
}

/** Unpacked beside its place and moved there whole, so that two at once or a full disk leave nothing half done. */
function unpack(entry: string, folder: string): void {
  const draft = mkdtempSync(`${folder}-`);
  const script = `import(${JSON.stringify(entry)}).then((package_) => package_.default.executablePath())`;
  const result = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    // The package unpacks into the temporary folder, and its shared libraries only where it takes itself to be on Lambda.
    env: { ...environment(), TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" } as unknown as NodeJS.ProcessEnv,
    encoding: "utf8",
  });
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`The Chromium of npm could not be unpacked into ${draft}: ${result.stderr}`);
  }
  chmodSync(draft, 0o755);
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was first
  }
}

function lacksLibraries(executable: string): boolean {
  const answer = spawnSync("ldd", [executable], { encoding: "utf8" });
  return answer.status !== 0 || answer.stdout.includes("not found");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { executablePath, args: given, env } = findChromium();
  console.log(JSON.stringify({ executablePath, args: given, LD_LIBRARY_PATH: env["LD_LIBRARY_PATH"] ?? null }, null, 2));
}
