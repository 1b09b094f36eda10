import { readFile } from "node:fs/promises";
import { importAuthorities } from "#features/partnerships/authorities/import-authorities.ts";
import { onTheDatabase } from "./on-the-database.ts";

/** `npm run import:authorities -- local-authorities.csv [--dry-run]`: the operator's command for the local authorities. */
const given = process.argv.slice(2);
const dryRun = given.includes("--dry-run");
const [path, ...more] = given.filter((each) => each !== "--dry-run");
const text = path === undefined ? null : await readFile(path, "utf8").catch(() => null);

const FAULTS = { code: "no ONS code", twice: "its code stands in an earlier row", name: "no name", nation: "no nation of the United Kingdom", source: "no source" } as const;

if (path === undefined || more.length > 0) {
  console.log("Name the file: npm run import:authorities -- local-authorities.csv [--dry-run]");
  process.exitCode = 2;
} else if (text === null) {
  console.log(`There is no file ${path}.`);
  process.exitCode = 1;
} else {
  const imported = await onTheDatabase(() => importAuthorities(text, { dryRun }));
  if (imported === null) process.exitCode = 1;
  else if (!imported.ok) {
    console.log(imported.error === "unreadable" ? `${path} is no table.` : `${path} lacks columns of the local authorities.`);
    process.exitCode = 1;
  } else {
    const { rows, faults, sources } = imported.value;
    for (const { row, fault, value } of faults) console.log(`Row ${row} left out, ${FAULTS[fault]}: ${value === "" ? "(empty)" : value}`);
    console.log(`${rows} authorities ${dryRun ? "would be read; nothing was changed" : "read"}; ${faults.length} rows left out.`);
    for (const source of sources) console.log(`Source and licence: ${source}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
