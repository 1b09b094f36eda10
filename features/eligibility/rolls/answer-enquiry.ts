import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { rollEnquiries, rollEntries } from "#db/schema/eligibility/rolls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { unseal } from "#platform/keys.ts";

export type EnquiryAnswer = { readonly kind: "matched"; readonly entryId: string } | { readonly kind: "refused"; readonly reason: string };

/** Says who somebody is on the roll, or that they are nobody on it and why; they are told by e-mail. The first answer stands. */
export async function answerEnquiry(scope: ActorScope, id: string, answer: EnquiryAnswer): Promise<Result<void, "answered-already" | "not-on-this-roll">> {
  authorise(scope, "roll.manage", undefined);
  return inTransaction(async (tx) => {
    const here = and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.id, id));
    const enquiry = found((await tx.select().from(rollEnquiries).where(here).for("update"))[0], "enquiry");
    if (enquiry.state !== "waiting") return err("answered-already");
    if (answer.kind === "matched") {
      const [entry] = await tx.select({ id: rollEntries.id }).from(rollEntries).where(and(eq(rollEntries.rollId, enquiry.rollId), eq(rollEntries.id, answer.entryId), isNull(rollEntries.removedAt)));
      if (!entry) return err("not-on-this-roll");
    }
    await tx
      .update(rollEnquiries)
      .set({ state: answer.kind, entryId: answer.kind === "matched" ? answer.entryId : null, reason: answer.kind === "refused" ? answer.reason : "", answeredBy: scope.actor.personId, answeredAt: now() })
      .where(here);
    const t = messages(enquiry.locale).rolls.mail;
    const address = `${env().BASE_URL}/${enquiry.locale}/${scope.council.slug}/votes/${enquiry.voteSlug}/start?again=1`;
    await queueMail(tx, {
      to: unseal("roll-enquiry", enquiry.sealedEmail),
      subject: answer.kind === "matched" ? t.matchedSubject : t.refusedSubject,
      body: answer.kind === "matched" ? t.matched({ address }) : t.refused({ reason: answer.reason, phone: scope.council.contactPhone || scope.council.contactEmail }),
    });
    await record(tx, scope, { act: "roll.enquiry-answered", thing: { kind: "roll-enquiry", id }, detail: { rollId: enquiry.rollId, answer: answer.kind } });
    return ok();
  });
}
