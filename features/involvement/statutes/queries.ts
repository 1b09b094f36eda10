import { asc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { statutoryConsultations } from "#db/schema/involvement/duty.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { catalogueOf, type OwnStatutoryConsultation } from "#domain/involvement/statutory-consultations.ts";
import { found } from "#domain/policy/access-error.ts";

export interface StatuteInView extends OwnStatutoryConsultation {
  /** Whether the council changed it or added it. */
  readonly edited: boolean;
}

/** The catalogue of statutory consultations as the council has it, those it took off the list included. */
export async function listStatutes(scope: AnyScope, executor: Executor = database()): Promise<readonly StatuteInView[]> {
  const rows = await executor.select().from(statutoryConsultations).where(eq(statutoryConsultations.councilId, scope.council.id)).orderBy(asc(statutoryConsultations.titleEn));
  return catalogueOf(
    rows.map((row) => ({
      code: row.code,
      nation: row.nation,
      title: bilingual(row.titleEn, row.titleCy),
      statute: bilingual(row.statuteEn, row.statuteCy),
      minimumDays: row.minimumDays,
      consultees: bilingual(row.consulteesEn, row.consulteesCy),
      source: row.source,
      withdrawn: row.withdrawn,
    })),
  );
}

/** One entry by its code; 404 where the council's catalogue has none. */
export async function getStatute(scope: AnyScope, code: string): Promise<StatuteInView> {
  return found((await listStatutes(scope)).find((each) => each.code === code), "statutory consultation");
}

/** What to choose from: entries not taken off the list, and the one that is chosen already even if it was. */
export async function listStatutesToChoose(scope: AnyScope, chosen = "", executor: Executor = database()): Promise<readonly StatuteInView[]> {
  return (await listStatutes(scope, executor)).filter(({ code, withdrawn }) => !withdrawn || code === chosen);
}
