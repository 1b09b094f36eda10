import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { ROLL_FIELDS, type RollColumns } from "#domain/eligibility/rolls/roll-file.ts";

export const rollFileInput = formInput(z.object({ once: once() }));

/** What each column holds, as chosen: `column-0`, `column-1` and so on; anything not offered is left out. */
export function readColumns(values: TypedValues, count: number): RollColumns {
  return Array.from({ length: count }, (_, at) => ROLL_FIELDS.find((field) => field === values[`column-${at}`]?.at(-1)) ?? null);
}
