/** `npm run bench -- pages|cast|city|consult|count|office|weight|faults|memory [--quick] [--json]` */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench } from "./bench.ts";

const NAMES = ["pages", "cast", "city", "consult", "count", "office", "weight", "faults", "memory"];

const words = process.argv.slice(2);
const [name = "", ...more] = words.filter((word) => !word.startsWith("--"));
const strange = words.find((word) => word.startsWith("--") && !["--quick", "--json"].includes(word));
const file = path.join(import.meta.dirname, `${name}.ts`);
if (!NAMES.includes(name) || more.length > 0 || strange !== undefined) {
  console.error(`Usage: npm run bench -- ${NAMES.join("|")} [--quick] [--json]`);
  process.exit(2);
}

const json = words.includes("--json");
// Whatever a bench or a program it starts prints on the way must not stand beside the one object.
if (json) console.log = console.error;
const { run } = (await import(pathToFileURL(file).href)) as { run: Bench };
try {
  const answer = await run({ quick: words.includes("--quick"), json });
  if (json) await new Promise((written) => process.stdout.write(`${JSON.stringify(answer)}\n`, written));
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
