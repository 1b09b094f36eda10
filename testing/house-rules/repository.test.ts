import { expect, test } from "vitest";
import { textOf, trackedFiles } from "./tracked-files.ts";

test("the lock file names no registry, so that any may be used", () => {
  expect(textOf("package-lock.json")).not.toContain('"resolved": "http');
});

test("no file names a place on one machine", () => {
  const places = new RegExp(["/wo" + "rk/", "/ho" + "me/[a-z]", "/Us" + "ers/[a-z]"].join("|"));
  const text = trackedFiles.filter((file) => /\.(ts|tsx|js|mjs|json|md|sql|css|yml|sh)$|^\.ci\//.test(file));
  expect(text.filter((file) => places.test(textOf(file)))).toEqual([]);
});

test("no file holds a secret in plain sight", () => {
  const keys = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bghp_[A-Za-z0-9]{30}|\bAKIA[A-Z0-9]{16}\b/;
  expect(trackedFiles.filter((file) => /\.(ts|tsx|js|mjs|json|md|yml)$/.test(file) && keys.test(textOf(file)))).toEqual([]);
});

test("of the snapshots of the schema only the newest is kept, of nearly a megabyte each", () => {
  const journal = JSON.parse(textOf("db/migrations/meta/_journal.json")) as { readonly entries: readonly { readonly tag: string }[] };
  const newest = journal.entries.at(-1)?.tag.slice(0, 4) ?? "";
  expect(trackedFiles.filter((file) => file.endsWith("_snapshot.json"))).toEqual([`db/migrations/meta/${newest}_snapshot.json`]);
});
