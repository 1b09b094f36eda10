import { eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { isLocale, type Locale } from "#domain/basics/bilingual.ts";
import type { CouncilId, CouncilInView, PublicScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";

/** The scope of anybody at a council's address. 404 for a council or language that is not there. */
export async function publicScope(params: { readonly locale: string; readonly council: string }): Promise<PublicScope> {
  const locale = localeOf(params.locale);
  return { kind: "public", council: await getCouncilInView(params.council), locale } as PublicScope;
}

export function localeOf(text: string): Locale {
  if (!isLocale(text)) throw new AccessError("not-found", "locale");
  return text;
}

/** The council of an address, as every page needs it. */
export async function getCouncilInView(slug: string): Promise<CouncilInView> {
  const [row] = await database().select().from(councils).where(eq(councils.slug, slug));
  const council = found(row, "council");
  return {
    id: council.id as CouncilId,
    slug: council.slug,
    name: bilingual(council.nameEn, council.nameCy),
    contactEmail: council.contactEmail,
    contactPhone: council.contactPhone,
    brand: council.brand,
    logoFileId: council.logoFileId,
    welsh: council.welsh,
    demo: council.demo,
  };
}
