/**
 * Verifies a published bundle, offline: `npm run verify -- BUNDLE [--receipt FILE] [--independent] [--json]`. BUNDLE is a folder or the
 * downloaded file. The report goes to standard output, progress to standard error. 0: all is well; 1: something is not, and every
 * fault is listed; 2: the bundle cannot be read.
 */
import { runVerifier } from "./command.ts";

const { code, output } = await runVerifier(process.argv.slice(2), (line) => process.stderr.write(line));
process.stdout.write(output);
process.exitCode = code;
