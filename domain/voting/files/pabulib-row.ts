import { columnOf, type DelimitedRecord } from "./delimited-records.ts";
import { readDecimal, type ExactDecimal } from "./exact-decimal.ts";
import type { FileFault, FileFaultCode } from "./file-fault.ts";

/** A row of a section with its values by column name. */
export interface SectionRow {
  readonly line: number;
  readonly value: (column: string) => string | undefined;
  readonly has: (column: string) => boolean;
  readonly extra: (known: readonly string[]) => Record<string, string> | undefined;
  readonly fault: (code: FileFaultCode, column: string, params?: FileFault["params"]) => void;
}

export function sectionRow(record: DelimitedRecord, columns: readonly string[], faults: FileFault[]): SectionRow {
  const at = (column: string): number => columns.indexOf(column);
  return {
    line: record.line,
    value: (column) => (at(column) < 0 ? undefined : record.fields[at(column)]),
    has: (column) => at(column) >= 0,
    extra: (known) => {
      const found = columns.flatMap((column, index) =>
        column === "" || known.includes(column) ? [] : [[column, record.fields[index] ?? ""] as const]);
      return found.length === 0 ? undefined : Object.fromEntries(found);
    },
    fault: (code, column, params = {}) =>
      faults.push({ line: record.line, column: columnOf(record, Math.max(0, at(column)), ";"), code, params }),
  };
}

/** The decimal in a column; null and a fault when it cannot be read. */
export function decimalIn(row: SectionRow, column: string): ExactDecimal | null {
  const text = row.value(column) ?? "";
  const value = readDecimal(text);
  if (value === null) row.fault("number-unreadable", column, { column, text: text.slice(0, 40) });
  return value;
}
