import type { Transaction } from "#db/client.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { messages } from "#i18n/messages.ts";
import { unseal } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { LoadedClaim } from "./load-claims.ts";
import { requestAddress } from "./request-address.ts";

export type Outcome = "passed" | "refused" | "voided" | "upheld";

/** Writes to the person, in the language they asked in, how their request was decided, why, and what they may do. */
export async function tellOutcome(tx: Transaction, scope: ActorScope, exercise: Exercise, claim: LoadedClaim, outcome: Outcome, reason = ""): Promise<void> {
  if (claim.sealedEmail === null) return;
  const t = messages(claim.locale).claims.mail;
  const vote = textIn(exercise.title, claim.locale).text;
  const words = { vote, reference: showClaimReference(claim.reference), reason, link: requestAddress({ ...scope, locale: claim.locale }, claim.reference) };
  const mail = {
    passed: { subject: t.passedSubject({ vote }), body: t.passedBody(words) },
    refused: { subject: t.refusedSubject({ vote }), body: t.refusedBody(words) },
    voided: { subject: t.voidedSubject({ vote }), body: t.voidedBody(words) },
    upheld: { subject: t.upheldSubject({ vote }), body: t.upheldBody(words) },
  }[outcome];
  await queueMail(tx, { to: unseal("claim-email", claim.sealedEmail), ...mail });
}
