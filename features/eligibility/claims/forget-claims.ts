import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { claimMinutes, claimMisuses, claims } from "#db/schema/eligibility/claims.ts";
import { now } from "#platform/clock.ts";

/**
 * Forgets what requests left behind when their vote is over and can no longer be challenged: traces, addresses, what was written.
 * The state stays for the published numbers; whose it was does not. Wrong codes and crowds are kept for days only.
 */
export async function forgetClaims(at: Date = now()): Promise<void> {
  await database().execute(sql`
    with over as (
      update ${claims} set claimant_hash = sha256(id::text::bytea || uuid_send(gen_random_uuid())), device_hash = null, network_hash = null,
        household_hash = null, postcode_hash = null, sealed_email = null, area_id = null, answer = '', answer_phone = '', appeal = '', forgotten_at = ${at.toISOString()}::timestamptz
      where forget_at <= ${at.toISOString()}::timestamptz and forgotten_at is null
      returning id
    )
    delete from claim_voters where claim_id in (select id from over)`);
  await database().execute(sql`delete from ${claimMisuses} where hour < ${at.toISOString()}::timestamptz - interval '2 days'`);
  await database().execute(sql`delete from ${claimMinutes} where minute < ${at.toISOString()}::timestamptz - interval '60 days'`);
}
