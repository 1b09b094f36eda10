import type { EngagementState } from "#domain/involvement/engagement.ts";
import { mayStep } from "#domain/involvement/lifecycle.ts";
import { anyOf, anyOfficer, type Rule } from "./rule.ts";

export interface EngagementToJudge {
  readonly state: EngagementState;
  readonly authorId: string;
}

const officer = anyOf("engagement-officer", "council-admin");

export const involvementActs = {
  "engagement.create": officer,
  "engagement.see-draft": anyOfficer,
  "engagement.edit": ((actor, thing: EngagementToJudge) => officer(actor, thing) && thing.state === "draft") as Rule<EngagementToJudge>,
  "engagement.sign-readiness": ((actor, thing: EngagementToJudge) => officer(actor, thing) && thing.state === "draft") as Rule<EngagementToJudge>,
  "engagement.send-for-approval": ((actor, thing: EngagementToJudge) => officer(actor, thing) && mayStep(thing.state, "send-for-approval")) as Rule<EngagementToJudge>,
  // The second pair of eyes before the approver's; the author's own do not count.
  "engagement.check-quality": ((actor, thing: EngagementToJudge) =>
    anyOf("engagement-officer", "approver", "council-admin")(actor, thing) && mayStep(thing.state, "approve") && thing.authorId !== actor.personId) as Rule<EngagementToJudge>,
  // Nobody quality-assures their own work.
  "engagement.approve": ((actor, thing: EngagementToJudge) =>
    anyOf("approver")(actor, thing) && mayStep(thing.state, "approve") && thing.authorId !== actor.personId) as Rule<EngagementToJudge>,
  "engagement.send-back": ((actor, thing: EngagementToJudge) =>
    anyOf("approver")(actor, thing) && mayStep(thing.state, "send-back")) as Rule<EngagementToJudge>,
  "engagement.publish": ((actor, thing: EngagementToJudge) =>
    anyOf("engagement-officer", "approver", "council-admin")(actor, thing) && mayStep(thing.state, "publish")) as Rule<EngagementToJudge>,
  // After publication what is written is the next version's, which nobody is asked until it is published.
  "engagement.edit-survey": ((actor, thing: EngagementToJudge) => officer(actor, thing) && ["draft", "published"].includes(thing.state)) as Rule<EngagementToJudge>,
  "engagement.publish-version": ((actor, thing: EngagementToJudge) =>
    anyOf("engagement-officer", "approver", "council-admin")(actor, thing) && thing.state === "published") as Rule<EngagementToJudge>,
  // Before it is public only: nobody may try how a running vote would come out.
  "engagement.try-rules": ((actor, thing: EngagementToJudge) =>
    anyOf("engagement-officer", "council-admin", "returning-officer")(actor, thing) && ["draft", "in-review", "approved"].includes(thing.state)) as Rule<EngagementToJudge>,
  "programme.switch-phase": ((actor, thing: EngagementToJudge) => officer(actor, thing) && thing.state !== "archived") as Rule<EngagementToJudge>,
  // Nobody shows the public what only they have read.
  "programme.announce": ((actor, thing: EngagementToJudge) =>
    anyOf("approver")(actor, thing) && ["draft", "in-review", "approved"].includes(thing.state) && thing.authorId !== actor.personId) as Rule<EngagementToJudge>,
  "programme.share-preview": ((actor, thing: EngagementToJudge) => officer(actor, thing) && ["draft", "in-review", "approved"].includes(thing.state)) as Rule<EngagementToJudge>,
  "programme.withdraw-preview": officer,
  // Whoever answers for the count says who can open it, as long as nothing is sealed to the key.
  "engagement.hold-key": ((actor, thing: EngagementToJudge) => anyOf("returning-officer")(actor, thing) && ["draft", "in-review", "approved"].includes(thing.state)) as Rule<EngagementToJudge>,
  "engagement.list-change": officer,
  // What everybody was told already is moved by somebody who answers for it, and listed.
  "engagement.move-times": ((actor, thing: EngagementToJudge) => anyOf("engagement-officer", "approver", "council-admin")(actor, thing) && thing.state === "published") as Rule<EngagementToJudge>,
  "engagement.explain-delay": ((actor, thing: EngagementToJudge) => officer(actor, thing) && ["published", "closed", "analysed"].includes(thing.state)) as Rule<EngagementToJudge>,
  "engagement.give-feedback": ((actor, thing: EngagementToJudge) =>
    officer(actor, thing) && ["closed", "analysed", "decided", "fed-back"].includes(thing.state)) as Rule<EngagementToJudge>,
  "engagement.conclude": ((actor, thing: EngagementToJudge) => officer(actor, thing) && ["published", "closed", "analysed"].includes(thing.state)) as Rule<EngagementToJudge>,
  "engagement.archive": ((actor, thing: EngagementToJudge) => officer(actor, thing) && mayStep(thing.state, "archive")) as Rule<EngagementToJudge>,
} satisfies Record<string, Rule<EngagementToJudge> | Rule>;
