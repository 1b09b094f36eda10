import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawLifecycle, moveBy, reachableFrom } from "#domain/basics/lifecycle.ts";
import { CLAIM_LIFECYCLE, CLAIM_STATES } from "./claim-lifecycle.ts";

test("the lifecycle of a request is the one in docs/lifecycles", () => {
  expect(readFileSync(new URL("../../../docs/lifecycles/claim.md", import.meta.url), "utf8")).toBe(drawLifecycle(CLAIM_LIFECYCLE));
});

test("whatever goes against somebody can be appealed once, and reaches every state", () => {
  expect(new Set([...reachableFrom(CLAIM_LIFECYCLE, "held"), "held"])).toEqual(new Set(CLAIM_STATES));
  for (const state of ["refused", "voided"] as const) expect(moveBy(CLAIM_LIFECYCLE, state, "appeal")).toEqual({ ok: true, value: "appealed" });
  expect(reachableFrom(CLAIM_LIFECYCLE, "upheld")).toEqual(new Set());
});
