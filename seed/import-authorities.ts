import { readFile } from "node:fs/promises";
import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { importAuthorities } from "#features/partnerships/authorities/import-authorities.ts";

/** `npm run import:authorities -- local-authorities.csv [--dry-run]`: the operator's command for the local authorities. */
const given = process.argv.slice(2);
const dryRun = given.includes("--dry-run");
const [path] = given.filter((each) => each !== "--dry-run");
if (path === undefined) {
  console.log("Name the file: npm run import:authorities -- local-authorities.csv [--dry-run]");
  process.exitCode = 2;
} else {
  connect(databaseUrlFromEnvironment());
  const text = await readFile(path, "utf8").catch(() => null);
  const imported = text === null ? null : await importAuthorities(text, { dryRun });
  await disconnect();
  if (imported === null || !imported.ok) {
    console.log(imported === null ? `There is no file ${path}.` : imported.error === "unreadable" ? `${path} is no table.` : `${path} lacks columns of the local authorities.`);
    process.exitCode = 1;
  } else {
    const { rows, faults, sources } = imported.value;
    for (const { row, fault, value } of faults) console.log(`Row ${row} left out (${fault}): ${value}`);
    console.log(`${rows} authorities ${dryRun ? "would be read; nothing was changed" : "read"}; ${faults.length} rows left out.`);
    for (const source of sources) console.log(`Source and licence: ${source}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
