import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "#platform/embedded-postgres/lock.ts";
import { runToEnd } from "./programs.ts";
import { ROOT } from "./settings.ts";

const SOURCES = [
  "{app,build,components,db,domain,features,i18n,platform}/**/*",
  "{next.config.js,package-lock.json,proxy.ts,tsconfig.json}",
];
const STAMP = path.join(ROOT, ".next", "folkmoot-sources");

/** Stylesheets, scripts and fonts under public/assets; the program itself sees whether anything changed. */
export async function buildAssets(env: NodeJS.ProcessEnv): Promise<void> {
  if (existsSync(path.join(ROOT, "build/assets.ts"))) await runToEnd("assets", ["build/assets.ts"], env);
}

/** `next build`, unless the last one was made from the same sources. */
export async function buildIfStale(env: NodeJS.ProcessEnv): Promise<void> {
  await withLock(path.join(ROOT, ".cache", "build.lock"), async () => {
    await buildAssets(env);
    const sources = fingerprint();
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
    console.log("Building the pages (only when the sources have changed)…");
    await runToEnd("build", ["node_modules/next/dist/bin/next", "build"], env);
    writeFileSync(STAMP, sources);
  });
}

/** By content: a fresh checkout changes every file's time but nothing else. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const full = path.join(ROOT, file);
    if (statSync(full).isFile()) hash.update(`${file}\0`).update(readFileSync(full)).update("\0");
  }
  return hash.digest("hex");
}
