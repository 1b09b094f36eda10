import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { DEMO_AUTHENTICATOR_SECRET } from "#domain/accounts/authenticator.ts";
import type { Role } from "#domain/councils/role.ts";
import { mailStaysHere } from "#platform/env.ts";
import { seal } from "#platform/keys.ts";

/** Base32. Every demo officer's authenticator app has it, so that the second step can be tried (and tested) at once. */
export const DEMO_TOTP_SECRET = DEMO_AUTHENTICATOR_SECRET;

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role | "resident" | "operator" | "partner-officer";
  /** The slug of the demo council they belong to. */
  readonly council: string;
}

/** One person for each part there is to play. All are made up. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: "resident@brackenshire.example", name: "Megan Pugh", role: "resident", council: "brackenshire" },
  { email: "officer@brackenshire.example", name: "Daniel Okafor", role: "engagement-officer", council: "brackenshire" },
  { email: "approver@brackenshire.example", name: "Sioned Prys", role: "approver", council: "brackenshire" },
  { email: "reviews@brackenshire.example", name: "Alun Preece", role: "approver", council: "brackenshire" },
  { email: "returning@brackenshire.example", name: "Harriet Lowe", role: "returning-officer", council: "brackenshire" },
  { email: "presiding@brackenshire.example", name: "Elin Vaughan", role: "presiding-officer", council: "brackenshire" },
  { email: "count@brackenshire.example", name: "Priya Nair", role: "count-officer", council: "brackenshire" },
  { email: "second-count@brackenshire.example", name: "Joe Marsh", role: "count-officer", council: "brackenshire" },
  { email: "moderator@brackenshire.example", name: "Imran Siddiqui", role: "moderator", council: "brackenshire" },
  { email: "reviewer@brackenshire.example", name: "Gareth Ellis", role: "service-reviewer", council: "brackenshire" },
  { email: "admin@brackenshire.example", name: "Carys Beddoe", role: "council-admin", council: "brackenshire" },
  { email: "operator@brackenshire.example", name: "Tom Ashdown", role: "operator", council: "brackenshire" },
  { email: "police@brackenshire.example", name: "Dewi Moss", role: "partner-officer", council: "brackenshire" },
  { email: "officer@alaw-vale.example", name: "Gwenllian Rees", role: "engagement-officer", council: "alaw-vale" },
  { email: "approver@alaw-vale.example", name: "Huw Bevan", role: "approver", council: "alaw-vale" },
  { email: "admin@alaw-vale.example", name: "Catrin Lloyd", role: "council-admin", council: "alaw-vale" },
  { email: "returning@alaw-vale.example", name: "Eleri Vaughan", role: "returning-officer", council: "alaw-vale" },
];

/**
 * Makes the demo people with their roles. Does nothing to people who are there already. Where no mail is sent officers have
 * the known second factor; elsewhere it would be everybody's, so they have none.
 *
 * @param councilIds ids of the demo councils by slug; people of other councils are left out
 */
export async function makeDemoPeople(tx: Transaction, councilIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { email, name, role, council } of DEMO_PEOPLE) {
    const councilId = councilIds.get(council);
    if (councilId === undefined) continue;
    const [person] = await tx.execute<{ id: string }>(sql`
      insert into people (email, name, operator) values (${email}, ${name}, ${role === "operator"})
      on conflict (lower(email)) do nothing returning id
    `);
    if (!person || role === "resident") continue;
    if (mailStaysHere())
      await tx.execute(sql`
        insert into authenticator_apps (person_id, sealed_secret, confirmed_at)
        values (${person.id}, ${seal("authenticator", DEMO_TOTP_SECRET)}, now())
      `);
    // A partner's officer has no role: the partnership names whom they speak for.
    if (role !== "operator" && role !== "partner-officer") await tx.execute(sql`insert into memberships (council_id, person_id, role) values (${councilId}, ${person.id}, ${role})`);
  }
}
