import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";

/** Adds faults to an import's list, after the `before` that are there already, in one statement. */
export async function addFaults(tx: Transaction, importId: string, before: number, faults: readonly ImportFault[]): Promise<void> {
  if (faults.length === 0) return;
  const rows = JSON.stringify(faults.map(({ line, column, code, found }, at) => [before + at + 1, line, column, code, found]));
  await tx.execute(sql`
    insert into import_faults (import_id, position, line, column_name, code, found)
    select ${importId}, (r->>0)::integer, (r->>1)::integer, r->>2, r->>3, r->>4 from jsonb_array_elements(${rows}::text::jsonb) r`);
}
