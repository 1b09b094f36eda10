import { z } from "zod";
import { line, once, optionalLine } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok } from "#domain/basics/result.ts";
import { readRollRow, type RollColumns, type RollPlaces } from "#domain/eligibility/rolls/roll-file.ts";
import type { EntryCorrection } from "./correct-entry.ts";

export const newRollInput = formInput(z.object({ once: once(), name: line(120) }).transform(({ once: id, name }) => ({ id, name })));

export const ENTRY_FIELDS = ["givenNames", "familyName", "birthDate", "address", "postcode", "school", "yearGroup"] as const;

/** An entry as an officer types it, judged as a row of a file would be. */
export const correctionInput =
  (places: RollPlaces, today: CivilDay): FormInput<EntryCorrection> =>
  (values) => {
    const columns: RollColumns = ["reference", ...ENTRY_FIELDS];
    const read = readRollRow(["1", ...ENTRY_FIELDS.map((name) => values[name]?.at(-1) ?? "")], columns, places, today);
    if ("fault" in read) return err([{ field: read.fault.field, code: read.fault.code }]);
    const { reference: _, referenceKey: __, ...correction } = read.row;
    return ok(correction);
  };

export const reasonInput = formInput(z.object({ reason: line(400) }));

export const enquiryInput = formInput(z.object({ entryId: z.uuid().optional(), reference: optionalLine(60), reason: optionalLine(400), answer: z.enum(["candidate", "reference", "refuse"]) }));
