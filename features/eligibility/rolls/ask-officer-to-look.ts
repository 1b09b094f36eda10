import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { rollEnquiries } from "#db/schema/eligibility/rolls.ts";
import type { AnyScope, PublicScope } from "#domain/councils/scope.ts";
import { referenceKey, givenKey, familyKey } from "#domain/eligibility/rolls/name-forms.ts";
import type { ElectorDetails } from "#domain/eligibility/rolls/match-elector.ts";
import { keyedHash, seal } from "#platform/keys.ts";

export interface Asker {
  readonly rollId: string;
  readonly email: string;
  readonly details: ElectorDetails;
}

/** The same person asking with the same details, however they write them. */
const askerHash = ({ rollId, email, details }: Asker): Buffer =>
  keyedHash("roll-enquiry", rollId, email.toLowerCase(), givenKey(details.givenNames), familyKey(details.familyName), details.postcode, details.birthDate ?? "", referenceKey(details.reference));

/** Keeps that somebody asked for an officer to look for them on a roll. Asked again, nothing changes. */
export async function askOfficerToLook(scope: PublicScope, { voteSlug, ...asker }: Asker & { readonly voteSlug: string }): Promise<void> {
  const { rollId, email, details } = asker;
  await database()
    .insert(rollEnquiries)
    .values({
      councilId: scope.council.id,
      rollId,
      askerHash: askerHash(asker),
      sealedEmail: seal("roll-enquiry", email),
      sealedDetails: seal("roll-enquiry", JSON.stringify(details)),
      locale: scope.locale,
      voteSlug,
    })
    .onConflictDoNothing();
}

/** The entry an officer found for them; null where none did. */
export async function findAnswered(scope: AnyScope, asker: Asker): Promise<string | null> {
  const [row] = await database()
    .select({ entryId: rollEnquiries.entryId })
    .from(rollEnquiries)
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.rollId, asker.rollId), eq(rollEnquiries.askerHash, askerHash(asker))));
  return row?.entryId ?? null;
}
