import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { BrandColours } from "#domain/councils/brand-colours.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { found } from "#domain/policy/access-error.ts";

export interface CouncilSettings {
  readonly nameEn: string;
  readonly nameCy: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly privacyEn: string;
  readonly privacyCy: string;
  readonly welsh: boolean;
  readonly brandGiven: string;
  readonly brand: BrandColours;
  readonly logoFileId: string | null;
}

/** Everything a council may set, for those who may set it. */
export async function getSettings(scope: ActorScope): Promise<CouncilSettings> {
  authorise(scope, "council.change-settings", null);
  const [row] = await database()
    .select({
      nameEn: councils.nameEn,
      nameCy: councils.nameCy,
      contactEmail: councils.contactEmail,
      contactPhone: councils.contactPhone,
      privacyEn: councils.privacyEn,
      privacyCy: councils.privacyCy,
      welsh: councils.welsh,
      brandGiven: councils.brandGiven,
      brand: councils.brand,
      logoFileId: councils.logoFileId,
    })
    .from(councils)
    .where(eq(councils.id, scope.council.id));
  return found(row, "council");
}
