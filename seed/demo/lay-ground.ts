import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { areas, postcodes } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { brandColours } from "#domain/councils/brand-colours.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import { makeDemoPeople } from "#seed/demo-people.ts";

export interface DemoCouncil {
  readonly slug: string;
  readonly name: BilingualText;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly colour: string;
  readonly areas: readonly {
    readonly slug: string;
    readonly code: string;
    /** The first part of its postcodes. */
    readonly postcodes: string;
    readonly name: BilingualText;
    readonly population: number;
    readonly boundary: AreaBoundary;
  }[];
}

/** What nobody can make from inside: the first councils, where they lie and who works there. Answers false where they are there already. */
export function layGround(demo: readonly DemoCouncil[]): Promise<boolean> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('folkmoot demo', 0))`);
    const ids = new Map<string, string>();
    for (const council of demo) {
      const id = await makeCouncil(tx, council);
      if (id === null) return false;
      ids.set(council.slug, id);
    }
    await makeDemoPeople(tx, ids);
    return true;
  });
}

async function makeCouncil(tx: Transaction, council: DemoCouncil): Promise<string | null> {
  const { slug, name, contactEmail, contactPhone, colour } = council;
  const [made] = await tx
    .insert(councils)
    .values({ slug, nameEn: name.en, nameCy: name.cy, contactEmail, contactPhone, brandGiven: colour, brand: brandColours(colour), demo: true })
    .onConflictDoNothing()
    .returning({ id: councils.id });
  if (!made) return null;
  for (const area of council.areas) {
    const { code, population, boundary } = area;
    const [ward] = await tx
      .insert(areas)
      .values({ councilId: made.id, kind: "ward", code, nameEn: area.name.en, nameCy: area.name.cy, population, boundary })
      .returning({ id: areas.id });
    if (ward) await tx.insert(postcodes).values(postcodesOf(area.postcodes).map((postcode) => ({ councilId: made.id, postcode, areaId: ward.id })));
  }
  return made.id;
}

/** Sixty postcodes of a district, such as ZZ5 1AA. */
const postcodesOf = (district: string): readonly string[] =>
  [1, 2, 3].flatMap((sector) => [..."ABDEFGHJLN"].flatMap((first) => ["A", "B"].map((second) => `${district}${sector}${first}${second}`)));

/** One of the postcodes of a district, by number. */
export const somePostcode = (district: string, number: number): string => {
  const all = postcodesOf(district);
  return all[number % all.length] ?? `${district}1AA`;
};
