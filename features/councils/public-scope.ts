import { bilingual } from "#db/columns.ts";
import { rawClient } from "#db/client.ts";
import { isLocale, type Locale } from "#domain/basics/bilingual.ts";
import type { BrandColours } from "#domain/councils/brand-colours.ts";
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

/** The council of an address, as every page needs it: one prepared statement, as every request begins with it. */
export async function getCouncilInView(slug: string): Promise<CouncilInView> {
  // What cannot be a name is not looked for: the database refuses text with a NUL in it.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new AccessError("not-found", "council");
  const [row] = await rawClient()<
    { id: string; slug: string; nameEn: string; nameCy: string; contactEmail: string; contactPhone: string; brand: BrandColours; logoFileId: string | null; welsh: boolean; demo: boolean }[]
  >`
    select id, slug, name_en as "nameEn", name_cy as "nameCy", contact_email as "contactEmail", contact_phone as "contactPhone",
      brand, logo_file_id as "logoFileId", welsh, demo
    from councils where slug = ${slug}`;
  const { nameEn, nameCy, ...council } = found(row, "council");
  return { ...council, id: council.id as CouncilId, name: bilingual(nameEn, nameCy) };
}
