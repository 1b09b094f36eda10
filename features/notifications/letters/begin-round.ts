import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { letterRounds } from "#db/schema/notifications/letters.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { addressHash } from "#features/notifications/mailing-list/list-links.ts";

/** Somebody to be written to who is not on the mailing list. */
export interface Recipient {
  readonly email: string;
  readonly locale: Locale;
}

export interface RoundInput {
  /** Names what is told, once for all time: `announcement:<engagement>`. Begun again nobody hears twice. */
  readonly occasion: string;
  /** Whose mailing list it goes to. */
  readonly engagementId: string;
  readonly subject: BilingualText;
  readonly body: BilingualText;
  readonly proposers: readonly Recipient[];
  /** Only those of the list who also asked for news of the projects. */
  readonly deliveryOnly: boolean;
}

/**
 * Begins a round of letters to the mailing list of an engagement and to proposers, each person once. The recipients are fixed in this
 * transaction; a job then puts the mail in the outbox, a few at a time. A round that was begun before is left as it is.
 *
 * @returns whether it began now
 */
export async function beginRound(tx: Transaction, scope: AnyScope, { occasion, engagementId, subject, body, proposers, deliveryOnly }: RoundInput): Promise<boolean> {
  const [made] = await tx
    .insert(letterRounds)
    .values({ councilId: scope.council.id, occasion, engagementId, subjectEn: subject.en, subjectCy: subject.cy, bodyEn: body.en, bodyCy: body.cy, begunAt: now() })
    .onConflictDoNothing({ target: [letterRounds.councilId, letterRounds.occasion] })
    .returning({ id: letterRounds.id });
  if (!made) return false;
  const named = JSON.stringify(proposers.map(({ email, locale }) => ({ hash: addressHash(email).toString("hex"), email, locale })));
  // Proposers first: who both proposed and asked gets the one letter as a proposer.
  await tx.execute(sql`
    insert into letters (round_id, council_id, address_hash, email, locale, because)
    select ${made.id}, ${scope.council.id}, decode(hash, 'hex'), email, locale, 'proposer'
    from jsonb_to_recordset(${named}::text::jsonb) as given (hash text, email text, locale text)
    on conflict do nothing`);
  await tx.execute(sql`
    insert into letters (round_id, council_id, address_hash, email, locale, because)
    select ${made.id}, council_id, address_hash, email, locale, 'asked'
    from mailing_lists
    where council_id = ${scope.council.id} and engagement_id = ${engagementId} and (delivery or not ${deliveryOnly})
    on conflict do nothing`);
  await putRoundInQueue(tx, scope.council.id, made.id);
  return true;
}

export const putRoundInQueue = (tx: Transaction, councilId: string, roundId: string): Promise<void> =>
  enqueue(tx, "send-letters", { councilId, roundId }, { key: `send-letters:${roundId}`, queue: "letters" });
