import { readFile } from "node:fs/promises";
import { importIndicators } from "#features/priorities/indicators/import-indicators.ts";
import { onTheDatabase } from "./on-the-database.ts";

/** `npm run import:indicators -- national-indicators.csv`: the operator's command for the national indicator set. */
const [path] = process.argv.slice(2);
const text = path === undefined ? null : await readFile(path, "utf8").catch(() => null);
if (path === undefined) {
  console.log("Name the file: npm run import:indicators -- national-indicators.csv");
  process.exitCode = 2;
} else if (text === null) {
  console.log(`There is no file ${path}.`);
  process.exitCode = 1;
} else {
  const imported = await onTheDatabase(() => importIndicators(text));
  if (imported === null) process.exitCode = 1;
  else if (!imported.ok) {
    console.log(imported.error === "unreadable" ? `${path} is no table.` : `${path} lacks columns of the indicator set.`);
    process.exitCode = 1;
  } else {
    const { rows, withTitle, faults } = imported.value;
    for (const { row, fault, value } of faults) console.log(`Row ${row} left out (${fault}): ${value}`);
    console.log(`${rows} indicators read, ${withTitle} with a title; ${faults.length} rows left out.`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
