import { expect, test } from "vitest";
import { entryOf } from "./entry-of.ts";

test("an entry is found by its own name, and nothing that every object has", () => {
  const acts = { send: 1, withdraw: 2 };
  expect(entryOf(acts, "withdraw")).toBe(2);
  for (const name of ["", "Send", "constructor", "__proto__", "toString", "hasOwnProperty"]) expect(entryOf(acts, name)).toBeNull();
});
