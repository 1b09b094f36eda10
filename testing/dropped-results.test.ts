import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { droppedResults } from "./dropped-results.ts";

const cache = path.join(path.dirname(import.meta.dirname), ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, "dropped-results-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("finds each call whose Result nobody looks at, and no other", () => {
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, lib: ["es2024"], types: [] }, include: ["*.ts"] }));
  writeFileSync(
    path.join(folder, "calls.ts"),
    [
      "type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };",
      "declare const close: () => Result<number, string>;",
      "declare const send: () => Promise<Result<number, string>>;",
      "declare const sure: () => Result<number, never>;",
      "declare const tell: () => void;",
      "close();",
      "await send();",
      "if (true) { (async () => { await send(); })().catch(tell); }",
      "sure();",
      "tell();",
      "const kept = close();",
      "void (await send());",
      "if (!kept.ok) tell();",
      "export {};",
    ].join("\n"),
  );
  expect(droppedResults(path.join(folder, "tsconfig.json"))).toEqual(["calls.ts:6", "calls.ts:7", "calls.ts:8"]);
});
