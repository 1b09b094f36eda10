import { expect, test } from "vitest";
import { returnAddress } from "./return-address.ts";

test.each(["/en/brackenshire", "/cy/a/votes/b/start?x=1&y=%2F", "/en/a#part"])("%s is kept", (path) => {
  expect(returnAddress(path, "/en/account")).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "en/account",
  "https://example.com/",
  "//example.com",
  "/\\example.com",
  "/en\\..\\..\\",
  "/./" + "/example.com",
  "/a/..//example.com",
  "/\t/example.com",
  "/en\nLocation: x",
  "javascript:alert(1)",
  "/" + "a".repeat(1000),
])("%j is not a path of this site", (given) => {
  expect(returnAddress(given, "/en/account")).toBe("/en/account");
});
