import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { nationalIndicators } from "#db/schema/priorities/indicators.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readIndicators, type IndicatorFileFault, type IndicatorRowFault } from "#domain/priorities/indicator-file.ts";
import { now } from "#platform/clock.ts";

export interface ImportedIndicators {
  readonly rows: number;
  readonly withTitle: number;
  readonly faults: readonly IndicatorRowFault[];
}

/**
 * Reads the national indicator set into the installation: reference data for every council, the same each time it is read.
 * Bad rows are left out and all of them listed; a file that is no such table changes nothing. For the operator's command.
 */
export async function importIndicators(text: string): Promise<Result<ImportedIndicators, IndicatorFileFault>> {
  const table = rowsOf(text);
  if (table === null) return err("unreadable");
  const read = readIndicators(table);
  if (!read.ok) return read;
  const { indicators, faults } = read.value;
  const at = now();
  if (indicators.length > 0)
    await inTransaction((tx) =>
      tx
        .insert(nationalIndicators)
        .values(indicators.map((each) => ({ ...each, importedAt: at })))
        .onConflictDoUpdate({
          target: nationalIndicators.number,
          set: { code: sql`excluded.code`, title: sql`excluded.title`, status: sql`excluded.status`, annex: sql`excluded.annex`, source: sql`excluded.source`, sourceUrl: sql`excluded.source_url`, importedAt: at },
        }),
    );
  return ok({ rows: indicators.length, withTitle: indicators.filter(({ title }) => title !== "").length, faults });
}

function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][];
  } catch {
    return null;
  }
}
