import { expect, test } from "vitest";
import { decideRoles, type RolesHeld } from "./people.ts";

const admin: RolesHeld = { personId: "a", roles: ["council-admin", "approver"] };
const officer: RolesHeld = { personId: "b", roles: ["engagement-officer"] };

test("the last administrator stays one", () => {
  expect(decideRoles([admin, officer], "a", ["approver"])).toEqual({ ok: false, error: "last-admin" });
  expect(decideRoles([admin, officer], "a", [])).toEqual({ ok: false, error: "last-admin" });
  expect(decideRoles([admin, officer], "a", ["council-admin"])).toEqual({ ok: true, value: ["council-admin"] });
});

test("one of two administrators may go", () => {
  expect(decideRoles([admin, { personId: "c", roles: ["council-admin"] }], "a", []).ok).toBe(true);
});

test("anybody else may get any roles, each once", () => {
  expect(decideRoles([admin, officer], "b", ["auditor", "auditor", "moderator"])).toEqual({ ok: true, value: ["auditor", "moderator"] });
  expect(decideRoles([admin, officer], "b", [])).toEqual({ ok: true, value: [] });
});

test("somebody of another council is not changed here", () => {
  expect(decideRoles([admin], "b", ["auditor"])).toEqual({ ok: false, error: "not-an-officer" });
});
