import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { CouncilId, CouncilInView } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { operatorAt, type Operator } from "#features/councils/actor-scope.ts";
import { addOfficer } from "#features/councils/people/invite-officer.ts";
import type { CreateCouncil } from "./input.ts";

/** Makes a council with its first administrator, to whom an invitation is sent. The same form twice makes one. */
export async function createCouncil(operator: Operator, { once, adminEmail, ...settings }: CreateCouncil): Promise<Result<{ readonly slug: string }, "address-taken">> {
  return inTransaction(async (tx) => {
    const [row] = await tx.insert(councils).values({ id: once, ...settings }).onConflictDoNothing().returning();
    if (!row) return madeBefore(tx, once, settings.slug);
    const council: CouncilInView = {
      id: row.id as CouncilId,
      slug: row.slug,
      name: bilingual(row.nameEn, row.nameCy),
      contactEmail: row.contactEmail,
      contactPhone: row.contactPhone,
      brand: row.brand,
      logoFileId: row.logoFileId,
      welsh: row.welsh,
      demo: row.demo,
    };
    const scope = operatorAt(operator, council);
    authorise(scope, "council.create", null);
    await record(tx, scope, { act: "council.created", thing: { kind: "council", id: row.id } });
    const invited = await addOfficer(tx, scope, { email: adminEmail, roles: ["council-admin"] });
    if (!invited.ok) throw new Error(`The first administrator was refused: ${invited.error}`);
    return ok({ slug: row.slug });
  });
}

async function madeBefore(tx: Transaction, id: string, slug: string): Promise<Result<{ readonly slug: string }, "address-taken">> {
  const [same] = await tx.select({ slug: councils.slug }).from(councils).where(eq(councils.id, id));
  return same?.slug === slug ? ok({ slug }) : err("address-taken");
}
