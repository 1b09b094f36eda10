import { describe, expect, it } from "vitest";
import { actsFrom, drawLifecycle, moveBy, reachableFrom, type Lifecycle } from "./lifecycle.ts";

const door: Lifecycle<"open" | "shut" | "bricked-up", "shut" | "open" | "brick-up"> = {
  thing: "a door",
  initial: "open",
  states: ["open", "shut", "bricked-up"],
  transitions: [
    { act: "shut", from: "open", to: "shut" },
    { act: "open", from: "shut", to: "open" },
    { act: "brick-up", from: "shut", to: "bricked-up" },
  ],
};

describe("a lifecycle", () => {
  it("moves along an arrow and refuses where there is none", () => {
    expect(moveBy(door, "open", "shut")).toEqual({ ok: true, value: "shut" });
    expect(moveBy(door, "open", "brick-up")).toEqual({ ok: false, error: "wrong-state" });
    expect(moveBy(door, "bricked-up", "open")).toEqual({ ok: false, error: "wrong-state" });
  });

  it("knows what may come next and later", () => {
    expect(actsFrom(door, "shut")).toEqual(["open", "brick-up"]);
    expect([...reachableFrom(door, "open")].sort()).toEqual(["bricked-up", "open", "shut"]);
    expect(reachableFrom(door, "bricked-up").size).toBe(0);
  });

  it("draws itself", () => {
    expect(drawLifecycle(door)).toContain('  state "bricked-up" as bricked_up\n  [*] --> open\n  open --> shut: shut');
    expect(drawLifecycle(door)).toContain("  bricked_up --> [*]");
  });
});
