import type { RollChanges, RollColumns } from "#domain/eligibility/rolls/roll-file.ts";
import type { TableForm } from "#platform/files/table-rows.ts";

/** What an import of a roll waits for or does: columns to be confirmed, reading, a yes, taking effect. */
export type RollImportStage = "columns" | "check" | "offered" | "apply";

/** What is kept of it between stretches of work, in `file_imports.detail`. */
export interface RollImportDetail {
  readonly rollId: string;
  readonly stage: RollImportStage;
  readonly form: TableForm;
  readonly header: readonly string[];
  /** The first rows, for confirming the columns by. */
  readonly sample: readonly (readonly string[])[];
  readonly columns: RollColumns;
  /** The file is the whole roll: whoever is not in it leaves the roll. */
  readonly whole: boolean;
  readonly line: number;
  /** Milliseconds of work, over all stretches. */
  readonly worked: number;
  readonly changes?: RollChanges;
}

export const asRollDetail = (detail: Readonly<Record<string, unknown>>): RollImportDetail => detail as unknown as RollImportDetail;
