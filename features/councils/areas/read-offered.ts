import { areaChanges, type AreaChanges } from "#domain/councils/area-changes.ts";
import { readAreaFile, type AreaFile } from "#domain/councils/area-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { database, type Executor } from "#db/client.ts";
import { fileBytes } from "#platform/files/read-file.ts";
import type { ImportInView } from "../imports/queries.ts";
import { listAreas } from "./queries.ts";

export interface OfferedAreas {
  readonly file: AreaFile;
  readonly changes: AreaChanges;
}

/** What a file that waits would change now. It was without faults when it was taken, and it is the same file. */
export async function readOffered(scope: ActorScope, offered: ImportInView, executor: Executor = database()): Promise<OfferedAreas> {
  if (offered.fileId === null) throw new Error(`Import ${offered.id} has no file`);
  const code = offered.detail["councilCode"];
  const read = readAreaFile(asText(await fileBytes(offered.fileId)) ?? "", typeof code === "string" ? code : null);
  if (!read.ok) throw new Error(`The file of import ${offered.id} has faults now: ${JSON.stringify(read.error.slice(0, 3))}`);
  const wards = (await listAreas(scope, executor)).filter(({ kind }) => kind === "ward");
  return { file: read.value, changes: areaChanges(wards, read.value.areas) };
}

/** A file's bytes as UTF-8, or null when they are not. */
export function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
