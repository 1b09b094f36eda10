/**
 * Builds what the browser is sent beside the pages: the stylesheet, the fonts and the few small scripts,
 * each under a name that carries a fingerprint of its content, and `public/assets/manifest.json` that says
 * which is which. Run by `node build/assets.ts`; does nothing when no source has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.dirname(import.meta.dirname);
const OUT = path.join(ROOT, "public/assets");
const MANIFEST = path.join(OUT, "manifest.json");
const SEEN = path.join(ROOT, ".cache/assets-fingerprint");

const SOURCES = [
  "build/*.ts",
  "components/styles/*.css",
  "components/{count-sheets,scripts}/**/*.ts",
  "domain/**/*.ts",
  "i18n/{*.ts,messages/*/{bundle-faults,count-sheets,file-faults,recount,verification}.ts}",
  "{components,features,app}/**/*.tsx",
  "package.json",
];
const FONTS = {
  "figtree-latin.woff2": "figtree-latin-wght-normal.woff2",
  "figtree-latin-ext.woff2": "figtree-latin-ext-wght-normal.woff2",
} as const;

await main();

async function main(): Promise<void> {
  const started = performance.now();
  const now = fingerprintOfSources();
  if (isUpToDate(now)) {
    console.log("assets: unchanged");
    return;
  }
  const manifest = await build();
  mkdirSync(path.dirname(SEEN), { recursive: true });
  writeFileSync(SEEN, now);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`assets: ${Object.keys(manifest).length} files in ${seconds}s`);
}

async function build(): Promise<Record<string, string>> {
  const [{ buildStylesheets }, { build: bundle }] = await Promise.all([import("./stylesheet.ts"), import("esbuild")]);
  mkdirSync(OUT, { recursive: true });
  const manifest: Record<string, string> = {};
  const put = (name: string, content: string | Uint8Array): string => (manifest[name] = write(name, content));

  for (const [name, file] of Object.entries(FONTS)) {
    put(name, readFileSync(path.join(ROOT, "node_modules/@fontsource-variable/figtree/files", file)));
  }
  const sheets = await buildStylesheets(ROOT, (file) => manifest[path.basename(file)] ?? file);
  put("folkmoot.css", sheets.full);
  put("folkmoot-save-data.css", sheets.saveData);

  const scripts = globSync("components/scripts/*.ts", { cwd: ROOT, exclude: (file) => file.endsWith(".test.ts") });
  for (const [target, entryPoints = []] of Object.entries(Object.groupBy(scripts, targetOf))) {
    const { outputFiles } = await bundle({
      absWorkingDir: ROOT,
      entryPoints,
      outdir: OUT,
      bundle: true,
      minify: true,
      format: "iife",
      target,
      charset: "utf8",
      write: false,
      logLevel: "warning",
    });
    for (const script of outputFiles) put(path.basename(script.path), script.contents);
  }

  const draft = `${MANIFEST}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(draft, MANIFEST);
  forgetAllBut(manifest);
  return manifest;
}

/** These count in BigInt, which no older syntax can say; a browser that does not read it shows the page as without script. */
function targetOf(script: string): string {
  return /^(recount|verify|vote|voting-key|receipt|ballot-log|qr)\b/.test(path.basename(script)) ? "es2022" : "es2017";
}

/** Writes `name.<hash>.ext` and returns its served address. */
function write(name: string, content: string | Uint8Array): string {
  const { name: stem, ext } = path.parse(name);
  const file = `${stem}.${createHash("sha256").update(content).digest("hex").slice(0, 10)}${ext}`;
  writeFileSync(path.join(OUT, file), content);
  return `/assets/${file}`;
}

function forgetAllBut(manifest: Record<string, string>): void {
  const keep = new Set(["manifest.json", ...Object.values(manifest).map((address) => path.basename(address))]);
  for (const file of readdirSync(OUT)) if (!keep.has(file)) rmSync(path.join(OUT, file), { force: true });
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const { mtimeMs, size } = statSync(path.join(ROOT, file));
    hash.update(`${file}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest("hex");
}

function isUpToDate(now: string): boolean {
  if (!existsSync(SEEN) || readFileSync(SEEN, "utf8") !== now || !existsSync(MANIFEST)) return false;
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, string>;
  return Object.values(manifest).every((address) => existsSync(path.join(OUT, path.basename(address))));
}
