import { and, asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { rollEnquiries, rolls } from "#db/schema/eligibility/rolls.ts";
import type { AnyScope, ActorScope, PublicScope } from "#domain/councils/scope.ts";
import type { RollEnquiryState } from "#domain/eligibility/rolls/enquiry.ts";
import { referenceKey, givenKey, familyKey } from "#domain/eligibility/rolls/name-forms.ts";
import type { ElectorDetails } from "#domain/eligibility/rolls/match-elector.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { keyedHash, seal, unseal } from "#platform/keys.ts";

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

export interface EnquiryInView {
  readonly id: string;
  readonly rollId: string;
  readonly rollName: string;
  readonly state: RollEnquiryState;
  readonly email: string;
  readonly details: ElectorDetails;
  readonly locale: "en" | "cy";
  readonly voteSlug: string;
  readonly entryId: string | null;
  readonly reason: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** Requests that wait for an answer, the oldest first. */
export async function listEnquiries(scope: ActorScope): Promise<readonly EnquiryInView[]> {
  authorise(scope, "roll.manage", undefined);
  const rows = await database()
    .select({ enquiry: rollEnquiries, rollName: rolls.name })
    .from(rollEnquiries)
    .innerJoin(rolls, eq(rolls.id, rollEnquiries.rollId))
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.state, "waiting")))
    .orderBy(asc(rollEnquiries.askedAt));
  return rows.map(({ enquiry, rollName }) => inView(enquiry, rollName));
}

/** One request; 404 for another council's. */
export async function getEnquiry(scope: ActorScope, id: string): Promise<EnquiryInView> {
  authorise(scope, "roll.manage", undefined);
  const [row] = await database()
    .select({ enquiry: rollEnquiries, rollName: rolls.name })
    .from(rollEnquiries)
    .innerJoin(rolls, eq(rolls.id, rollEnquiries.rollId))
    .where(and(eq(rollEnquiries.councilId, scope.council.id), eq(rollEnquiries.id, id)));
  const { enquiry, rollName } = found(row, "enquiry");
  return inView(enquiry, rollName);
}

function inView(row: typeof rollEnquiries.$inferSelect, rollName: string): EnquiryInView {
  const { id, rollId, state, locale, voteSlug, entryId, reason, askedAt, answeredAt } = row;
  return { id, rollId, rollName, state, locale, voteSlug, entryId, reason, askedAt, answeredAt, email: unseal("roll-enquiry", row.sealedEmail), details: JSON.parse(unseal("roll-enquiry", row.sealedDetails)) as ElectorDetails };
}
