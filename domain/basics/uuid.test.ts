import { expect, test } from "vitest";
import { isUuid } from "./uuid.ts";

test("a key is told from what only has its length or its letters", () => {
  expect(isUuid("3f2b8c1e-0a4d-4b6f-9c7e-1d2a3b4c5d6e")).toBe(true);
  expect(isUuid("3F2B8C1E-0A4D-4B6F-9C7E-1D2A3B4C5D6E")).toBe(true);
  for (const text of ["", "-".repeat(36), "0".repeat(36), "3f2b8c1e0a4d4b6f9c7e1d2a3b4c5d6e", "3f2b8c1e-0a4d-4b6f-9c7e-1d2a3b4c5d6e\n", "x3f2b8c1e-0a4d-4b6f-9c7e-1d2a3b4c5d6e"]) expect(isUuid(text)).toBe(false);
});
