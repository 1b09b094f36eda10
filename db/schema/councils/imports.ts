import { bigint, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { PaperRow } from "#domain/consultations/register/paper-sheet.ts";
import { IMPORT_KINDS, IMPORT_STATES } from "#domain/councils/file-import.ts";
import { bytes, councilId, id, instant, jsonText } from "#db/columns.ts";

export const importKind = pgEnum("import_kind", IMPORT_KINDS);
export const importState = pgEnum("import_state", IMPORT_STATES);

/** An uploaded file, in pieces of at most 1 MiB so that it streams both ways and every instance can read it. */
export const storedFiles = pgTable("stored_files", {
  id: id(),
  councilId: councilId(),
  name: text("name").notNull(),
  contentType: text("content_type").notNull(),
  byteLength: bigint("byte_length", { mode: "number" }).notNull().default(0),
  sha256: bytes("sha256"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const storedFilePieces = pgTable(
  "stored_file_pieces",
  {
    fileId: uuid("file_id").notNull().references(() => storedFiles.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.position] })],
);

/** A file being read in by a job; it can be left, and resumes at `byteOffset` after a crash. */
export const fileImports = pgTable(
  "file_imports",
  {
    id: id(),
    councilId: councilId(),
    kind: importKind("kind").notNull(),
    state: importState("state").notNull().default("waiting"),
    fileId: uuid("file_id").references(() => storedFiles.id),
    fileName: text("file_name").notNull(),
    rowsDone: bigint("rows_done", { mode: "number" }).notNull().default(0),
    rowsKept: bigint("rows_kept", { mode: "number" }).notNull().default(0),
    rowsElsewhere: bigint("rows_elsewhere", { mode: "number" }).notNull().default(0),
    rowsRefused: bigint("rows_refused", { mode: "number" }).notNull().default(0),
    byteOffset: bigint("byte_offset", { mode: "number" }).notNull().default(0),
    /** What the import made, or needs to go on: written and read by its own job only. */
    detail: jsonText<Record<string, unknown>>("detail").notNull().default({}),
    createdAt: instant("created_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("file_imports_council_idx").on(t.councilId, t.createdAt),
    check("file_imports_rows_check", sql`${t.rowsDone} >= 0 and ${t.rowsKept} >= 0 and ${t.rowsRefused} >= 0`),
  ],
);

export const importFaults = pgTable(
  "import_faults",
  {
    importId: uuid("import_id").notNull().references(() => fileImports.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    line: integer("line").notNull(),
    column: text("column_name").notNull().default(""),
    code: text("code").notNull(),
    found: text("found").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
);

/** Paper responses read so far from a table that is still being read in; they go into the register after somebody's yes. */
export const responseImportRows = pgTable(
  "response_import_rows",
  {
    importId: uuid("import_id").notNull().references(() => fileImports.id, { onDelete: "cascade" }),
    /** On the paper. */
    number: text("number").notNull(),
    line: integer("line").notNull(),
    row: jsonText<PaperRow>("row").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.number] }), index("response_import_rows_line_idx").on(t.importId, t.line)],
);

/**
 * Postcodes read so far from a directory that is still being read in; they take effect all at once at its end.
 * No area means that the postcode is no longer in use, or no longer in the council.
 */
export const postcodeImportRows = pgTable(
  "postcode_import_rows",
  {
    importId: uuid("import_id").notNull().references(() => fileImports.id, { onDelete: "cascade" }),
    postcode: text("postcode").notNull(),
    areaId: uuid("area_id"),
  },
  (t) => [primaryKey({ columns: [t.importId, t.postcode] })],
);
