import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { letterRounds } from "#db/schema/notifications/letters.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { leaveAddress } from "#features/notifications/mailing-list/list-links.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { putRoundInQueue } from "./begin-round.ts";

/** Letters to one transaction: what a killed process does again, whole. */
const AT_ONCE = 200;
/** How long one stretch lasts before other rounds have their turn. */
const STRETCH_MS = 20_000;

interface WaitingLetter extends Record<string, unknown> {
  readonly hash: string;
  readonly email: string;
  readonly locale: "en" | "cy";
  readonly because: "asked" | "proposer";
}

/**
 * Puts the letters of a round in the outbox that are not there yet. A letter and the mark that it went are one transaction, so a
 * process killed at any moment neither loses nor repeats one. After a stretch it goes back in the queue.
 */
export async function sendLetters(scope: SystemScope, roundId: string, run: Pick<JobRun, "signal">, atOnce = AT_ONCE): Promise<void> {
  const until = now().getTime() + STRETCH_MS;
  for (;;) {
    if (run.signal.aborted || now().getTime() > until) {
      await inTransaction((tx) => putRoundInQueue(tx, scope.council.id, roundId));
      return;
    }
    if (await inTransaction((tx) => sendSome(tx, scope, roundId, atOnce))) return;
  }
}

/** Whether none was waiting. */
async function sendSome(tx: Transaction, scope: SystemScope, roundId: string, atOnce: number): Promise<boolean> {
  const here = and(eq(letterRounds.councilId, scope.council.id), eq(letterRounds.id, roundId));
  // One worker at a time at a round: a second waits here and then finds the letters marked.
  const [round] = await tx.select().from(letterRounds).where(here).for("update");
  if (!round || round.finishedAt !== null) return true;
  const waiting = await tx.execute<WaitingLetter>(sql`
    with next as (
      select address_hash, email, locale, because from letters where round_id = ${roundId} and queued_at is null limit ${atOnce} for update
    ), marked as (
      update letters l set queued_at = now(), email = null from next where l.round_id = ${roundId} and l.address_hash = next.address_hash
    )
    select encode(address_hash, 'hex') as hash, email, locale, because from next`);
  if (waiting.length === 0) {
    await tx.update(letterRounds).set({ finishedAt: now() }).where(here);
    return true;
  }
  for (const { hash, email, locale, because } of waiting) {
    const t = messages(locale).mailingList.mail;
    const [subject, body] = locale === "cy" && round.bodyCy !== "" ? [round.subjectCy, round.bodyCy] : [round.subjectEn, round.bodyEn];
    const why = because === "proposer" ? t.asProposer : t.asAsked({ link: leaveAddress({ locale, slug: scope.council.slug }, round.engagementId, hash) });
    await queueMail(tx, { to: email, subject, body: `${body}\n\n${why}` });
  }
  return false;
}
