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
