import { sql, type SQL } from "drizzle-orm";
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
  /** The news by which followers are told the same: whoever hears of it so gets no letter besides. */
  readonly besides?: string;
}

/**
 * Begins a round of letters to the mailing list of an engagement and to proposers, each person once. The recipients are fixed in this
 * transaction; a job then puts the mail in the outbox, a few at a time. A round that was begun before is left as it is.
 *
 * @returns whether it began now
 */
export async function beginRound(tx: Transaction, scope: AnyScope, { occasion, engagementId, subject, body, proposers, deliveryOnly, besides = "" }: RoundInput): Promise<boolean> {
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
    where not exists (${follower(scope, besides, sql`given.email`)})
    on conflict do nothing`);
  await tx.execute(sql`
    insert into letters (round_id, council_id, address_hash, email, locale, because)
    select ${made.id}, council_id, address_hash, email, locale, 'asked'
    from mailing_lists
    where council_id = ${scope.council.id} and engagement_id = ${engagementId} and (delivery or not ${deliveryOnly})
      and not exists (${follower(scope, besides, sql`mailing_lists.email`)})
    on conflict do nothing`);
  await putRoundInQueue(tx, scope.council.id, made.id);
  return true;
}

/** The follower of that address who is told by the news, if there is one. */
const follower = (scope: AnyScope, event: string, email: SQL): SQL => sql`
  select from follow_messages m, jsonb_to_recordset(m.audience) as told (kind text, id uuid)
  join follows o on o.kind::text = told.kind and o.thing_id = told.id
  join followers f on f.id = o.follower_id
  where m.council_id = ${scope.council.id} and m.event = ${event} and lower(f.email) = lower(${email})`;

export const putRoundInQueue = (tx: Transaction, councilId: string, roundId: string): Promise<void> =>
  enqueue(tx, "send-letters", { councilId, roundId }, { key: `send-letters:${roundId}`, queue: "letters" });
