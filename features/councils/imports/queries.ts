import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileImports, importFaults, storedFiles } from "#db/schema/councils/imports.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ImportFault, ImportKind, ImportState } from "#domain/councils/file-import.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise, type OfficialAct } from "#domain/policy/authorise.ts";

export interface ImportInView {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly rowsDone: number;
  readonly rowsKept: number;
  readonly rowsElsewhere: number;
  readonly rowsRefused: number;
  readonly bytesDone: number;
  /** Null when the file is no longer kept. */
  readonly bytesAll: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** Who may hand over such a file may also see what became of it. */
export const IMPORT_ACTS = {
  areas: "areas.import",
  postcodes: "postcodes.import",
  "budget-vote": "programme.import",
  roll: "roll.manage",
  reviews: "reviews.import",
  responses: "responses.enter",
} as const satisfies Record<ImportKind, OfficialAct>;

const columns = {
  id: fileImports.id,
  kind: fileImports.kind,
  state: fileImports.state,
  fileId: fileImports.fileId,
  fileName: fileImports.fileName,
  rowsDone: fileImports.rowsDone,
  rowsKept: fileImports.rowsKept,
  rowsElsewhere: fileImports.rowsElsewhere,
  rowsRefused: fileImports.rowsRefused,
  bytesDone: fileImports.byteOffset,
  bytesAll: storedFiles.byteLength,
  detail: fileImports.detail,
  createdAt: fileImports.createdAt,
  finishedAt: fileImports.finishedAt,
};

/** One import of the council. 404 when there is none of this id. */
export async function getImport(scope: ActorScope, id: string): Promise<ImportInView> {
  const [row] = isUuid(id)
    ? await database()
        .select(columns)
        .from(fileImports)
        .leftJoin(storedFiles, eq(storedFiles.id, fileImports.fileId))
        .where(and(eq(fileImports.councilId, scope.council.id), eq(fileImports.id, id)))
    : [];
  const read = found(row, "import");
  authorise(scope, IMPORT_ACTS[read.kind], null);
  return read;
}

/** The council's ten latest imports of one kind, newest first; only those of one thing where their detail is to name it, as `{ rollId }`. */
export async function listImports(scope: ActorScope, kind: ImportKind, of: Readonly<Record<string, string>> = {}): Promise<readonly ImportInView[]> {
  authorise(scope, IMPORT_ACTS[kind], null);
  return database()
    .select(columns)
    .from(fileImports)
    .leftJoin(storedFiles, eq(storedFiles.id, fileImports.fileId))
    .where(and(eq(fileImports.councilId, scope.council.id), eq(fileImports.kind, kind), sql`${fileImports.detail} @> ${JSON.stringify(of)}::jsonb`))
    .orderBy(desc(fileImports.createdAt))
    .limit(10);
}

export interface FaultInView extends ImportFault {
  readonly position: number;
}

/** Faults of an import after a position, in the order they were found. */
export async function listFaults(seen: Pick<ImportInView, "id">, after: number, most: number): Promise<readonly FaultInView[]> {
  return database()
    .select({ position: importFaults.position, line: importFaults.line, column: importFaults.column, code: importFaults.code, found: importFaults.found })
    .from(importFaults)
    .where(and(eq(importFaults.importId, seen.id), gt(importFaults.position, after)))
    .orderBy(asc(importFaults.position))
    .limit(most);
}

/** Every fault of an import, a few thousand at a time. */
export async function* eachFault(seen: Pick<ImportInView, "id">): AsyncGenerator<FaultInView> {
  for (let after = 0; ; ) {
    const faults = await listFaults(seen, after, 2_000);
    yield* faults;
    const last = faults.at(-1);
    if (!last) return;
    after = last.position;
  }
}

