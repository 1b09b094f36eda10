import { parse, type CsvError } from "csv-parse/sync";
import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import type { FormInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readAreaFile } from "#domain/councils/area-file.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import { readPopulationTable, type TableRow } from "#domain/councils/population-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { fileBytes } from "#platform/files/read-file.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { getImport } from "../imports/queries.ts";
import { refuseFile } from "../imports/refuse-file.ts";
import { importAreas } from "./import-areas.ts";
import { importPopulations } from "./import-populations.ts";
import { areaFileInput, populationFileInput } from "./input.ts";
import { offerAreas } from "./offer-areas.ts";
import { asText, listAreas } from "./queries.ts";

/** Boundaries are read whole: a council's in full detail stay well under this. */
export const AREA_FILE_MOST_BYTES = 40 * 1024 * 1024;
export const POPULATION_FILE_MOST_BYTES = 5 * 1024 * 1024;

type Taken = Result<{ readonly importId: string }, RefusedForm>;

/** Takes a file of boundaries. One with faults is kept as the list of them; one without waits to be looked at. */
export async function takeAreaFile(scope: ActorScope, request: Request): Promise<Taken> {
  const form = await takeFile(scope, request, AREA_FILE_MOST_BYTES, "areas", areaFileInput);
  if (!form.ok) return form;
  const { input, file } = form.value;
  const text = asText(await fileBytes(file.id));
  const read = text === null ? notText : readAreaFile(text.replace(/^\uFEFF/, ""), input.councilCode);
  if (read.ok) await offerAreas(scope, { id: input.once, fileId: file.id, fileName: file.name, file: read.value });
  else {
    await removeStored(ok(file));
    await refuseFile(scope, { id: input.once, kind: "areas", fileName: file.name, faults: read.error });
  }
  return ok({ importId: input.once });
}

/** Yes to a file that waits. False when it waits no longer: it was taken over already, or forgotten. */
export async function confirmAreas(scope: ActorScope, importId: string): Promise<boolean> {
  const imported = await importAreas(scope, await getImport(scope, importId));
  return imported.ok;
}

/** Takes a table of populations: at once where it has no fault, else as the list of its faults. */
export async function takePopulationFile(scope: ActorScope, request: Request): Promise<Taken> {
  const form = await takeFile(scope, request, POPULATION_FILE_MOST_BYTES, "populations", populationFileInput);
  if (!form.ok) return form;
  const { input, file } = form.value;
  const text = asText(await fileBytes(file.id));
  await removeStored(ok(file));
  const wards = new Set((await listAreas(scope)).filter(({ kind }) => kind === "ward").map(({ code }) => code));
  const rows = text === null ? notText : tableRows(text);
  const read = rows.ok ? readPopulationTable(rows.value, wards) : rows;
  if (read.ok) await importPopulations(scope, { id: input.once, fileName: file.name, rows: read.value });
  else await refuseFile(scope, { id: input.once, kind: "areas", fileName: file.name, faults: read.error });
  return ok({ importId: input.once });
}

const notText: Result<never, readonly ImportFault[]> = err([{ line: 0, column: "", code: "not-utf8", found: "" }]);

function tableRows(text: string): Result<readonly TableRow[], readonly ImportFault[]> {
  try {
    const records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as readonly { info: { lines: number }; record: string[] }[];
    return ok(records.map(({ info, record }) => ({ line: info.lines, cells: record })));
  } catch (fault) {
    const { lines = 0, message } = fault as CsvError & { lines?: number };
    return err([{ line: lines, column: "", code: "not-csv", found: message.slice(0, 80) }]);
  }
}

/** The file of the field `field` with the rest of its form; or the form with what is wrong with either. */
async function takeFile<Input>(scope: ActorScope, request: Request, mostBytes: number, field: string, read: FormInput<Input>): Promise<Result<{ readonly input: Input; readonly file: StoredFile }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "areas.import", null);
  const upload = await readUpload<Result<StoredFile, string>>(request, {
    mostBytes,
    keep: (file) => storeFile(file, { councilId: scope.council.id }),
    drop: removeStored,
  });
  if (!upload.ok) return refuse({}, [{ field, code: upload.error === "too-large" ? "file-too-large" : `body-${upload.error}` }]);
  const { values, files } = upload.value;
  const file = files[field];
  const input = read(values);
  const faults: readonly Fault[] = [
    ...(input.ok ? [] : input.error),
    ...(file === undefined ? [{ field, code: "file-missing" }] : file.ok ? [] : [{ field, code: file.error }]),
  ];
  if (input.ok && file?.ok && faults.length === 0) return ok({ input: input.value, file: file.value });
  if (file) await removeStored(file);
  return refuse(values, faults);
}

const refuse = (values: TypedValues, faults: readonly Fault[]): Result<never, RefusedForm> => err({ values, faults });
