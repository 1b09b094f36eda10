import { asc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

/** Every council of the installation, by name, with how many of its engagements are open now. */
export async function listCouncils(): Promise<readonly { slug: string; name: BilingualText; open: number }[]> {
  const rows = await database()
    .select({
      slug: councils.slug,
      nameEn: councils.nameEn,
      nameCy: councils.nameCy,
      open: sql<number>`(select count(*)::int from engagements e where e.council_id = councils.id and e.state = 'published' and now() >= e.opens_at and now() < e.closes_at)`,
    })
    .from(councils)
    .orderBy(asc(councils.nameEn));
  return rows.map(({ slug, nameEn, nameCy, open }) => ({ slug, name: bilingual(nameEn, nameCy), open }));
}

/** The council's own privacy notice. */
export async function getPrivacyNotice(scope: AnyScope): Promise<BilingualText> {
  const [row] = await database().select({ en: councils.privacyEn, cy: councils.privacyCy }).from(councils).where(eq(councils.id, scope.council.id));
  return row ?? bilingual("", "");
}
