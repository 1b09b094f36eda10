import { beforeEach, expect, test } from "vitest";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { changeRoles } from "./change-roles.ts";
import { inviteOfficer } from "./invite-officer.ts";
import { getOfficer, listOfficers, listWork } from "./queries.ts";

const { sql } = await testDatabase();

let council: SystemScope;
let admin: ActorScope;

beforeEach(async () => {
  council = await makeCouncil();
  admin = await makeOfficer(council, "council-admin");
});

const acts = () => sql<{ act: string; detail: unknown }[]>`select act, detail from audit_trail where council_id = ${council.council.id} order by position`;

test("an invited person has the roles, a letter and a line in the audit trail without their address", async () => {
  const email = `new-${admin.actor.personId}@example.org`;
  expect(await inviteOfficer(admin, { email, roles: ["approver", "auditor"] })).toEqual({ ok: true, value: { email } });
  const officer = (await listOfficers(admin)).find((each) => each.email === email);
  expect(officer?.roles).toEqual(["approver", "auditor"]);
  const [message] = await sql<{ body: string }[]>`select body from mail_messages where recipient = ${email}`;
  expect(message?.body).toContain(`/en/${council.council.slug}/manage`);
  expect(await acts()).toEqual([{ act: "person.invited", detail: { roles: ["approver", "auditor"] } }]);
});

test("the same invitation twice is one; another for somebody who is here is refused", async () => {
  const email = `twice-${admin.actor.personId}@example.org`;
  const invite = (roles: readonly ["approver"] | readonly ["auditor"]) => inviteOfficer(admin, { email, roles });
  expect((await Promise.all([invite(["approver"]), invite(["approver"])])).every(({ ok }) => ok)).toBe(true);
  expect(await sql`select 1 from mail_messages where recipient = ${email}`).toHaveLength(1);
  expect(await invite(["auditor"])).toEqual({ ok: false, error: "already-officer" });
});

test("roles are replaced and the change recorded; nothing is recorded where nothing changed", async () => {
  const officer = await makeOfficer(council, "engagement-officer", "moderator");
  expect((await changeRoles(admin, officer.actor.personId, ["moderator", "approver"])).ok).toBe(true);
  expect((await getOfficer(admin, officer.actor.personId)).roles).toEqual(["approver", "moderator"]);
  await changeRoles(admin, officer.actor.personId, ["approver", "moderator"]);
  expect(await acts()).toEqual([{ act: "person.roles-changed", detail: { before: ["engagement-officer", "moderator"], after: ["moderator", "approver"] } }]);
});

test("of two administrators who remove each other at once one stays", async () => {
  const other = await makeOfficer(council, "council-admin");
  const answers = await Promise.all([changeRoles(admin, other.actor.personId, []), changeRoles(other, admin.actor.personId, [])]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: "last-admin" });
  expect(await sql`select 1 from memberships where council_id = ${council.council.id}`).toHaveLength(1);
});

test("only administrators who have shown a second factor may", async () => {
  const officer = await makeOfficer(council, "engagement-officer", "approver", "returning-officer", "moderator", "auditor");
  const unshown = { ...admin, actor: { ...admin.actor, secondFactor: false } } as ActorScope;
  const tries = (scope: ActorScope) => [() => listOfficers(scope), () => inviteOfficer(scope, { email: "x@example.org", roles: ["auditor"] }), () => changeRoles(scope, admin.actor.personId, [])];
  for (const each of tries(officer)) await expect(each()).rejects.toMatchObject({ reason: "forbidden" });
  for (const each of tries(unshown)) await expect(each()).rejects.toMatchObject({ reason: "second-factor" });
});

test("another council's officer is not there", async () => {
  const elsewhere = await makeOfficer(await makeCouncil(), "council-admin");
  await expect(getOfficer(admin, elsewhere.actor.personId)).rejects.toMatchObject({ reason: "not-found" });
  await expect(changeRoles(admin, elsewhere.actor.personId, [])).rejects.toMatchObject({ reason: "not-found" });
  await expect(changeRoles(admin, "x'; drop table people", [])).rejects.toMatchObject({ reason: "not-found" });
  expect(await listWork({ ...admin.actor, locale: "en", sessionHash: "" })).toMatchObject([{ slug: council.council.slug, roles: ["council-admin"] }]);
});
