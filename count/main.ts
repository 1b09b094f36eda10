/**
 * Counts a file of ballots, offline: `npm run count -- FILE --rule RULE [--json] [--set key=value]`.
 * The result goes to standard output, progress and faults to standard error; 2 is returned for anything that cannot be counted.
 */
import { runCount } from "./command.ts";

const answer = await runCount(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));
if (answer.ok) process.stdout.write(`${answer.value}\n`);
else {
  process.stderr.write(`${answer.error.join("\n")}\n`);
  process.exitCode = 2;
}
