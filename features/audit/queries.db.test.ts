import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#db/client.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { checkTrail, eachAct, listActs } from "./queries.ts";

const { sql } = await testDatabase();
let council: SystemScope;
let auditor: ActorScope;
let officer: ActorScope;
const ALL = { act: "", who: "" };

beforeAll(async () => {
  council = await makeCouncil();
  auditor = await makeOfficer(council, "auditor");
  officer = await makeOfficer(council, "engagement-officer");
  for (let n = 1; n <= 7; n += 1)
    await inTransaction((tx) =>
      record(tx, n % 2 === 1 ? officer : council, { act: n % 2 === 1 ? "target.written" : "poll.counted", thing: { kind: "target", id: `t${n}` }, detail: { n, name: 'Tŷ "Newydd" 🗺', nested: { b: 1, aa: [null, 1.5] } } }),
    );
  const other = await makeCouncil();
  await inTransaction((tx) => record(tx, other, { act: "result.declared", thing: { kind: "poll", id: "x" } }));
});

describe("the audit trail", () => {
  it("is read a page at a time, newest first, by act and by person, and only the council's own", async () => {
    const first = await listActs(auditor, ALL, 1, 5);
    expect(first.acts.map(({ position }) => position)).toEqual([7, 6, 5, 4, 3]);
    expect(first).toMatchObject({ count: 7, allActs: ["poll.counted", "target.written"] });
    expect((await listActs(auditor, ALL, 2, 5)).acts.map(({ position }) => position)).toEqual([2, 1]);
    expect((await listActs(auditor, { act: "poll.counted", who: "" }, 1, 5)).acts.map(({ position }) => position)).toEqual([6, 4, 2]);
    expect(await listActs(auditor, { act: "poll.counted", who: officer.actor.email }, 1, 5)).toMatchObject({ count: 0, acts: [] });
    const all = [];
    for await (const { position } of eachAct(auditor, { act: "", who: officer.actor.email })) all.push(position);
    expect(all).toEqual([1, 3, 5, 7]);
  });

  it("is for those who may read it", async () => {
    await expect(listActs(officer, ALL, 1, 5)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(checkTrail(officer)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(eachAct(officer, ALL).next()).rejects.toMatchObject({ reason: "forbidden" });
  });

  it("is whole until somebody changes it behind its back", async () => {
    expect(await checkTrail(auditor)).toMatchObject({ checked: 7, lastPosition: 7, fault: null });
    expect(await checkTrail(auditor, 3)).toMatchObject({ checked: 3, before: 4, lastPosition: 7, fault: null });
    expect(await checkTrail(auditor, 7)).toMatchObject({ checked: 7, before: 0 });
    await sql`alter table audit_trail disable trigger audit_trail_append_only`;
    await sql`update audit_trail set actor_name = 'nobody' where council_id = ${council.council.id} and position = 4`;
    expect((await checkTrail(auditor)).fault).toEqual({ position: 4, kind: "changed" });
    expect((await checkTrail(auditor, 3)).fault).toBeNull();
    expect((await checkTrail(auditor, 4)).fault).toEqual({ position: 4, kind: "changed" });
    await sql`delete from audit_trail where council_id = ${council.council.id} and position = 4`;
    expect((await checkTrail(auditor)).fault).toEqual({ position: 5, kind: "gap" });
    await sql`alter table audit_trail enable trigger audit_trail_append_only`;
  });
});
