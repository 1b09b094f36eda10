import { count, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { nominators } from "#db/schema/elections/nominations.ts";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { keyedHash } from "#platform/keys.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { randomBelow } from "#platform/random.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { hashOfCode, NOMINATION_CODE_LENGTH } from "./code-hash.ts";
import { lockOwnNomination, type AtNomination } from "./load-nomination.ts";

/** More people than this are not asked for one candidate. */
const MOST_ASKED = 80;

/** Letters of elections to one address in a day, whoever asks for them: nobody is to be flooded by candidates, or by somebody who is none. */
const MOST_LETTERS_A_DAY = 5;
export const mayBeWrittenTo = (tx: Transaction, email: string): Promise<boolean> => withinLimit(`election-letter:${keyOfAddress(email).toString("hex")}`, MOST_LETTERS_A_DAY, 86_400, tx);

/** One person whatever they write after a plus sign of their address. */
export const keyOfAddress = (email: string): Buffer => keyedHash("nominator", "address", email.toLowerCase().replace(/\+[^@]*(?=@)/, ""));

export interface AskNominator extends AtNomination {
  readonly name: string;
  readonly email: string;
  /** Of the election, for the letter. */
  readonly title: BilingualText;
  readonly slug: string;
}

/**
 * A candidate asks somebody to nominate them: that person gets a code by e-mail, and counts once they have confirmed with it. Asked again
 * they get a new code and the old one is void; their address is not kept. Nobody nominates themselves.
 */
export function askNominator(scope: MemberScope, { name, email, title, slug, ...at }: AskNominator): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const nomination = await lockOwnNomination(tx, scope, at);
    if (nomination.state !== "draft") return err({ field: "", code: "already-sent" });
    const key = keyOfAddress(email);
    if (key.equals(keyOfAddress(scope.actor.email))) return err({ field: "email", code: "own-address" });
    const [asked] = await tx.select({ people: count() }).from(nominators).where(eq(nominators.nominationId, nomination.id));
    if ((asked?.people ?? 0) >= MOST_ASKED) return err({ field: "email", code: "too-many-asked", params: { most: MOST_ASKED } });
    if (!(await mayBeWrittenTo(tx, email))) return err({ field: "email", code: "written-to-enough" });
    const code = makeReadableCode(NOMINATION_CODE_LENGTH, randomBelow);
    const askedAt = now();
    const kept = await tx
      .insert(nominators)
      .values({ councilId: scope.council.id, nominationId: nomination.id, contestId: nomination.contestId, key, name, how: "code", codeHash: hashOfCode(code), askedAt })
      .onConflictDoUpdate({ target: [nominators.nominationId, nominators.key], set: { codeHash: hashOfCode(code), name, askedAt, declinedAt: null }, setWhere: sql`${nominators.confirmedAt} is null and ${nominators.how} = 'code'` })
      .returning({ id: nominators.id });
    if (kept.length === 0) return err({ field: "email", code: "has-confirmed" });
    const t = messages(scope.locale).nominations.mail;
    const words = { name, candidate: `${nomination.givenName} ${nomination.surname}`.trim(), election: textIn(title, scope.locale).text, council: textIn(scope.council.name, scope.locale).text };
    await queueMail(tx, { to: email, subject: t.askSubject(words), body: `${t.ask(words)}\n\n${env().BASE_URL}/${scope.locale}/${scope.council.slug}/elections/${slug}/nominate/${code}` });
    return ok();
  });
}
