/** Where published reference results lie; see domain/voting/counting/reference/PROVENANCE.md. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";

const folder = resolve(process.env["FOLKMOOT_REFERENCE_DATA"] ?? "../shared/data");

export const referenceData = {
  present: existsSync(folder),
  reason: existsSync(folder) ? "" : ` (skipped: no reference data in ${folder}; set FOLKMOOT_REFERENCE_DATA)`,
  path: (name: string): string => resolve(folder, name),
  text: (name: string): string => {
    const bytes = readFileSync(resolve(folder, name));
    return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  },
  json: <T>(name: string): T => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as T,
};
