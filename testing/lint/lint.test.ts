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

/** What the linter says of a file at a place of the house; "" where it says nothing. */
function lint(file: string, text: string): string {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
  const { stdout } = spawnSync(path.join(HOUSE, "node_modules/.bin/oxlint"), [file], { cwd: copy, encoding: "utf8" });
  return stdout.includes("Found 0 warnings and 0 errors") ? "" : stdout;
}

test.each([
  ["domain/voting/broken.ts", "export const at = Date.now();", "Time is a parameter"],
  ["features/voting/broken.ts", 'export const secret = process.env["SECRET"];', "Only platform/env.ts reads the environment"],
  ["features/voting/broken.ts", "export const shown = (1).toLocaleString();", "formatted by i18n/format.ts alone"],
  ["components/layout/broken.ts", "export default 1;", "Named exports"],
  ["platform/broken.ts", 'console.log("x");', "no-console"],
  ["domain/broken.test.ts", "export const any = (x: { readonly rejects: { toThrow(): void } }) => x.rejects.toThrow();", "Say which fault"],
  ["platform/broken.test.ts", 'import { vi } from "vitest";\nvi.mock("./clock.ts");', "Test files share what is loaded"],
])("%s is not to hold: %s", (file, text, why) => {
  expect(lint(file, `${text}\n`)).toContain(why);
});

test("what stands at the root, and programs from the command line, may read the environment and write to the console", () => {
  for (const file of ["some.config.ts", "start/main.ts"]) expect(lint(file, 'console.log(process.env["HOME"]);\nexport default 1;\n')).toBe("");
});
