import { readFile } from "node:fs/promises";
import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { importIndicators } from "#features/priorities/indicators/import-indicators.ts";

/** `npm run import:indicators -- national-indicators.csv`: the operator's command for the national indicator set. */
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.log("Name the file: npm run import:indicators -- national-indicators.csv");
  process.exitCode = 2;
} else {
  connect(databaseUrlFromEnvironment());
  const text = await readFile(path, "utf8").catch(() => null);
  const imported = text === null ? null : await importIndicators(text);
  await disconnect();
  if (imported === null || !imported.ok) {
    console.log(imported === null ? `There is no file ${path}.` : imported.error === "unreadable" ? `${path} is no table.` : `${path} lacks columns of the indicator set.`);
    process.exitCode = 1;
  } else {
    const { rows, withTitle, faults } = imported.value;
    for (const { row, fault, value } of faults) console.log(`Row ${row} left out (${fault}): ${value}`);
    console.log(`${rows} indicators read, ${withTitle} with a title; ${faults.length} rows left out.`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
