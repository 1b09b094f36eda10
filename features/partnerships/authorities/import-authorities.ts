import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { localAuthorities } from "#db/schema/partnerships/authorities.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readAuthorities, type AuthorityRowFault } from "#domain/partnerships/authority-file.ts";
import { now } from "#platform/clock.ts";

export interface ImportedAuthorities {
  readonly rows: number;
  readonly faults: readonly AuthorityRowFault[];
  /** The sources of the rows with their licences, each once. */
  readonly sources: readonly string[];
}

/**
 * Reads the local authorities into the installation: reference data for every council, the same each time it is read. Bad rows are left
 * out and all of them listed; a file that is no such table changes nothing, and a dry run never does. For the operator's command.
 */
export async function importAuthorities(text: string, { dryRun = false }: { readonly dryRun?: boolean } = {}): Promise<Result<ImportedAuthorities, "unreadable" | "columns-missing">> {
  const table = rowsOf(text);
  if (table === null) return err("unreadable");
  const read = readAuthorities(table);
  if (!read.ok) return read;
  const { authorities, faults } = read.value;
  const importedAt = now();
  if (authorities.length > 0 && !dryRun)
    await inTransaction((tx) =>
      tx
        .insert(localAuthorities)
        .values(authorities.map((each) => ({ ...each, importedAt })))
        .onConflictDoUpdate({
          target: localAuthorities.code,
          set: { name: sql`excluded.name`, officialName: sql`excluded.official_name`, nation: sql`excluded.nation`, kind: sql`excluded.kind`, source: sql`excluded.source`, importedAt },
        }),
    );
  return ok({ rows: authorities.length, faults, sources: [...new Set(authorities.map(({ source }) => source))].sort() });
}

function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][];
  } catch {
    return null;
  }
}
