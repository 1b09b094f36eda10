import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope, PublicScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { randomBelow } from "#platform/random.ts";
import { hashOfCode, NOMINATION_CODE_LENGTH } from "./code-hash.ts";
import { keyOfAddress, mayBeWrittenTo } from "./ask-nominator.ts";
import { lockOwnNomination, type AtNomination } from "./load-nomination.ts";

/** A candidate under 13 asks their parent or guardian, who is written to with a code of their own. Asked again, the newest code holds. */
export function askConsent(scope: MemberScope, { title, slug, ...at }: AtNomination & { readonly title: BilingualText; readonly slug: string }): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const nomination = await lockOwnNomination(tx, scope, at);
    if (nomination.state !== "draft") return err({ field: "", code: "already-sent" });
    if (!nomination.consentNeeded || nomination.parentEmail === "") return err({ field: "", code: "parent-needed" });
    // Nobody agrees for themselves; where a family shares one address, a parent signs on paper.
    if (keyOfAddress(nomination.parentEmail).equals(keyOfAddress(scope.actor.email))) return err({ field: "", code: "parent-own-address" });
    if (nomination.consentAt !== null) return ok();
    if (!(await mayBeWrittenTo(tx, nomination.parentEmail))) return err({ field: "", code: "written-to-enough" });
    const code = makeReadableCode(NOMINATION_CODE_LENGTH, randomBelow);
    await tx.update(nominations).set({ consentCodeHash: hashOfCode(code), consentAskedAt: now() }).where(eq(nominations.id, nomination.id));
    const t = messages(scope.locale).nominations.mail;
    const words = { name: nomination.parentName, candidate: nomination.givenName, election: textIn(title, scope.locale).text, council: textIn(scope.council.name, scope.locale).text };
    await queueMail(tx, { to: nomination.parentEmail, subject: t.consentSubject(words), body: `${t.consent(words)}\n\n${env().BASE_URL}/${scope.locale}/${scope.council.slug}/elections/${slug}/consent/${code}` });
    return ok();
  });
}

export interface GiveConsent {
  readonly electionId: string;
  readonly code: string;
  readonly yes: boolean;
  readonly name: string;
}

/** A parent or guardian agrees, or takes it back while the nomination is not accepted. 404 for a code that is nobody's. */
export function giveConsent(scope: PublicScope, { electionId, code, yes, name }: GiveConsent): Promise<Result<void, "already-decided">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ nomination: nominations })
      .from(nominations)
      .innerJoin(contests, eq(contests.id, nominations.contestId))
      .where(and(eq(contests.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.consentCodeHash, hashOfCode(code))))
      .for("update", { of: nominations });
    const { nomination } = found(row, "consent");
    if (yes && nomination.consentAt !== null) return ok();
    if (nomination.state !== "draft" && nomination.state !== "sent") return err("already-decided");
    await tx
      .update(nominations)
      .set(yes ? { consentAt: now(), consentBy: name, consentHow: "link" } : { consentAt: null, consentBy: "", consentHow: "" })
      .where(eq(nominations.id, nomination.id));
    return ok();
  });
}
