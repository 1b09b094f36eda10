import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Actor } from "#domain/councils/actor.ts";
import { ROLES, type Role } from "#domain/councils/role.ts";
import { CLAIM_ROUNDS } from "#domain/asset-transfers/compensation.ts";
import { TRANSFER_PARTS } from "#domain/asset-transfers/part.ts";
import { CLAIM_STATES } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { ENGAGEMENT_STATES } from "#domain/involvement/engagement.ts";
import { POLL_STATES } from "#domain/voting/poll.ts";
import { ACTS, authorise, can, type OfficialAct } from "./authorise.ts";

const AUTHOR = "the-author";
/** Who presides at the place that is judged. Everybody of the table is that person. */
const PRESIDING = "somebody-else";

/** In the table everybody was asked to do everything about an application for land, so that the role alone tells. */
const PARTS = TRANSFER_PARTS.map((part) => ({ personId: PRESIDING, part }));

const CLAIM_OFFICERS = CLAIM_ROUNDS.map((round) => ({ personId: PRESIDING, round }));

const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  personId: "somebody-else",
  email: "a@b.example",
  name: "",
  roles,
  operator: false,
  secondFactor: true,
  ...more,
});

const everyone: readonly (readonly [string, Actor])[] = [
  ["resident", actor([])],
  ...ROLES.map((role): readonly [string, Actor] => [role, actor([role])]),
  ["operator", actor([], { operator: true })],
];

const acts = Object.keys(ACTS) as OfficialAct[];
const statesOf = (act: OfficialAct): readonly string[] =>
  (act.startsWith("engagement.") || act.startsWith("programme.") || act.startsWith("amendment.") || act.startsWith("election.")) && act !== "engagement.create" ? ENGAGEMENT_STATES : act.startsWith("poll.") ? POLL_STATES : act.startsWith("claim.") ? CLAIM_STATES : [""];

/** Always, never, or the states of the thing in which the actor may. */
function cell(who: Actor, act: OfficialAct): string {
  const states = statesOf(act);
  const allowed = states.filter((state) => can(who, act, { state, authorId: AUTHOR, presidingOfficers: [PRESIDING], parts: PARTS, claimOfficers: CLAIM_OFFICERS } as never));
  return allowed.length === 0 ? "–" : allowed.length === states.length ? "yes" : allowed.join(", ");
}

const document = [
  "# Who may do what",
  "",
  "Drawn from `domain/policy`; `npm run unit` compares the two. A cell names the states of the thing in which the act is allowed;",
  "“yes” is always and “–” never. Every act also needs a second factor shown in the session; every one that changes something is recorded in the audit trail.",
  "A presiding officer may act at the polling places that are theirs, and at no other.",
  "A partner’s own officers answer its requests and consent to changes, and give returns for targets that relate to it; no role is needed for that.",
  "Whoever proposed a change to a target may withdraw it, and nobody else (`change.withdraw`).",
  "For an application for land the role is not enough: whoever reads its papers, scores, settles, decides or reviews the decision was asked to do that part of it, and nobody has two of the last four. So it is for an owner’s claim for compensation (`asset-claim.*`), which nobody else reads.",
  "Nobody approves what they wrote themselves, whatever their roles. Another council's things are not found at all.",
  "",
  `| act | ${everyone.map(([name]) => name).join(" | ")} |`,
  `| --- |${everyone.map(() => " --- |").join("")}`,
  ...acts.map((act) => `| ${act} | ${everyone.map(([, who]) => cell(who, act)).join(" | ")} |`),
  "",
].join("\n");

test("the published matrix is what the code decides, every role against every act", () => {
  const published = readFileSync(new URL("../../docs/permissions.md", import.meta.url), "utf8");
  expect(published).toBe(document);
});

test("a resident may do no official act", () => {
  for (const act of acts) for (const state of statesOf(act)) expect(can(actor([]), act, { state, authorId: AUTHOR, presidingOfficers: [PRESIDING], parts: PARTS } as never)).toBe(false);
});

test("nobody approves their own work, whatever their roles", () => {
  const all = actor(ROLES, { personId: AUTHOR });
  for (const state of ENGAGEMENT_STATES) expect(can(all, "engagement.approve", { state, authorId: AUTHOR })).toBe(false);
});

test("nobody goes against a request to vote alone, and no one who did hears the appeal", () => {
  const all = actor(ROLES);
  for (const state of CLAIM_STATES) {
    expect(can(all, "claim.confirm", { state, proposedBy: all.personId, decidedBy: null })).toBe(false);
    expect(can(all, "claim.hear-appeal", { state, proposedBy: all.personId, decidedBy: "another" })).toBe(false);
    expect(can(all, "claim.hear-appeal", { state, proposedBy: "another", decidedBy: all.personId })).toBe(false);
  }
});

test("no act is done without a second factor, and a forbidden one is forbidden before it is asked for", () => {
  const scope = (who: Actor) => ({ kind: "actor", actor: who }) as never;
  expect(() => authorise(scope(actor(["council-admin"], { secondFactor: false })), "areas.import", null)).toThrow(expect.objectContaining({ reason: "second-factor" }));
  expect(() => authorise(scope(actor(["moderator"], { secondFactor: false })), "areas.import", null)).toThrow(expect.objectContaining({ reason: "forbidden" }));
  expect(() => authorise(scope(actor(["council-admin"])), "areas.import", null)).not.toThrow();
});
