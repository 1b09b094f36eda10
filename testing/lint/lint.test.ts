import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const HOUSE = path.resolve(import.meta.dirname, "../..");
const copy = mkdtempSync(path.join(tmpdir(), "folkmoot-lint-"));
for (const shared of ["node_modules", "testing"]) symlinkSync(path.join(HOUSE, shared), path.join(copy, shared));
cpSync(path.join(HOUSE, "oxlint.config.ts"), path.join(copy, "oxlint.config.ts"));
afterAll(() => rmSync(copy, { recursive: true }));

const BROKEN: readonly (readonly [file: string, text: string, why: string])[] = [
  ["domain/voting/time.ts", "export const at = Date.now();", "Time is a parameter"],
  ["features/voting/secret.ts", 'export const secret = process.env["SECRET"];', "Only platform/env.ts reads the environment"],
  ["features/voting/shown.ts", "export const shown = (1).toLocaleString();", "formatted by i18n/format.ts alone"],
  ["components/layout/nameless.ts", "export default 1;", "Named exports"],
  ["platform/loud.ts", 'console.log("x");', "no-console"],
  ["domain/faulty.test.ts", "export const any = (x: { readonly rejects: { toThrow(): void } }) => x.rejects.toThrow();", "Say which fault"],
  ["platform/mocked.test.ts", 'import { vi } from "vitest";\nvi.mock("./clock.ts");', "Test files share what is loaded"],
];
const ALLOWED = ["some.config.ts", "start/main.ts"];

/** What the linter says of each file, said of it alone: all are in one run, since starting takes longer than looking. */
const said = lint([...BROKEN.map(([file, text]) => [file, `${text}\n`] as const), ...ALLOWED.map((file) => [file, 'console.log(process.env["HOME"]);\nexport default 1;\n'] as const)]);

function lint(files: readonly (readonly [file: string, text: string])[]): ReadonlyMap<string, string> {
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  const { stdout } = spawnSync(path.join(HOUSE, "node_modules/.bin/oxlint"), ["--format", "json", ...files.map(([file]) => file)], { cwd: copy, encoding: "utf8" });
  const { diagnostics, number_of_files: looked } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string; message: string }[]; number_of_files: number };
  expect(looked).toBe(files.length);
  return new Map(files.map(([file]) => [file, diagnostics.filter(({ filename }) => filename === file).map(({ code, message }) => `${code}: ${message}\n`).join("")]));
}

test.each(BROKEN)("%s is not to hold: %s", (file, _, why) => {
  expect(said.get(file)).toContain(why);
});

test.each(ALLOWED)("%s stands at the root or is a program from the command line: it may read the environment and write to the console", (file) => {
  expect(said.get(file)).toBe("");
});
