/**
 * `npm test`: every check and every test, the checks beside the unit tests and the rest in order; the last line is "N passed, M failed".
 * `npm run check` (with the word "quick"): what takes less than a minute: types, lint, dropped results, import law and unit tests.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { LAW } from "./rooms.ts";

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test by its name, with how its message begins; said again at the end, where a long run is read first. */
  readonly failures?: readonly string[];
}
interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Where the step writes how many tests it ran; without it the step is a check that holds or does not. */
  readonly report?: { readonly file: string; readonly read: (json: never) => Outcome };
  /** Whether it takes what the others leave of the processors: it has as many workers as there are, and they do not. */
  readonly waits?: boolean;
  /** Whether its output is worth showing while it runs. */
  readonly loud?: boolean;
}

const ROOT = path.dirname(import.meta.dirname);
const REPORTS = path.join(ROOT, ".cache", "test-reports");
/** Failures of one step named again at the end. */
const MOST_FAILURES = 20;
const quick = process.argv.includes("quick");

// Two lanes, a processor each, and the unit tests in what they leave: in a lane of their own they would leave a processor idle at the end.
const checks: readonly (readonly Step[])[] = [
  [
    { name: "types", program: path.join("node_modules", "typescript-7", "bin", "tsc"), args: ["--noEmit", "--pretty", "false", "--checkers", "1"] },
    { name: "lint", program: "oxlint", args: ["--type-aware", "--max-warnings", "0", "--format", "unix"] },
  ],
  [
    { name: "import law", program: "depcruise", args: LAW },
    { name: "results", program: process.execPath, args: [path.join("testing", "dropped-results.ts")] },
  ],
];
const tests: Step[] = quick ? [] : [vitest("db"), playwright()];

mkdirSync(REPORTS, { recursive: true });
const started = performance.now();
const results: { step: Step; outcome: Outcome; ok: boolean; seconds: number }[] = [];
await Promise.all([...checks.map(inOrder), perform({ ...vitest("unit"), waits: true })]);
await inOrder(tests);

console.log("");
for (const { step, outcome } of results) for (const failed of outcome.failures?.slice(0, MOST_FAILURES) ?? []) console.log(`FAILED ${step.name}: ${failed}`);
for (const { step, outcome, ok, seconds } of results) {
  const counted = step.report ? `${String(outcome.passed)} passed, ${String(outcome.failed)} failed` : "";
  console.log(`${ok ? "ok    " : "FAILED"} ${step.name.padEnd(11)} ${counted.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`       in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
const passed = results.reduce((sum, { outcome }) => sum + outcome.passed, 0);
const failed = results.reduce((sum, { outcome }) => sum + outcome.failed, 0);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function inOrder(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await perform(step);
}

function vitest(project: "unit" | "db"): Step {
  const file = path.join(REPORTS, `${project}.json`);
  return {
    name: project,
    program: "vitest",
    args: ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    report: {
      file,
      read: ({ numPassedTests, numFailedTests, numFailedTestSuites, success, testResults }: VitestReport) => ({
        passed: numPassedTests,
        // A file that could not be loaded has no failed test, and still failed.
        failed: numFailedTests > 0 || success ? numFailedTests : Math.max(numFailedTestSuites, 1),
        failures: testResults.flatMap(({ name, message, assertionResults }) => {
          const file = path.relative(ROOT, name);
          const failed = assertionResults.filter(({ status }) => status === "failed");
          return [...(message ? [failure(file, message)] : []), ...failed.map((test) => failure(`${file} > ${test.fullName}`, test.failureMessages[0] ?? ""))];
        }),
      }),
    },
    loud: true,
  };
}

function playwright(): Step {
  const file = path.join(REPORTS, "browser.json");
  return {
    name: "browser",
    program: "playwright",
    args: ["test", "--pass-with-no-tests", "--reporter=line,json"],
    report: {
      file,
      read: ({ stats, errors, suites }: PlaywrightReport) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + errors.length,
        failures: [...errors.map(({ message }) => failure("browser", message ?? "")), ...suites.flatMap(failedSpecs)],
      }),
    },
    loud: true,
  };
}

function failedSpecs({ file, suites = [], specs = [] }: PlaywrightSuite): string[] {
  const failed = specs.flatMap(({ title, tests }) =>
    tests.filter(({ status }) => status === "unexpected").map(({ projectName, results: tries }) => failure(`${file} > ${title} (${projectName})`, tries[0]?.error?.message ?? "")),
  );
  return [...failed, ...suites.flatMap(failedSpecs)];
}

function failure(what: string, message: string): string {
  return `${what}: ${stripVTControlCharacters(message).split("\n").slice(0, 3).join(" ").slice(0, 300)}`;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
  testResults: { name: string; message?: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}
interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}
interface PlaywrightSuite {
  file: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[] }[];
}

async function perform(step: Step): Promise<void> {
  if (step.report) rmSync(step.report.file, { force: true });
  if (step.loud) console.log(`\n── ${step.name} ──`);
  const from = performance.now();
  const { code, output } = await run(step);
  const seconds = (performance.now() - from) / 1000;
  const outcome = outcomeOf(step, code);
  const ok = outcome.failed === 0;
  if (!ok && !step.loud) console.log(`\n── ${step.name} ──\n${output}`);
  results.push({ step, outcome, ok, seconds });
}

/** Never better than the program's own exit code. */
function outcomeOf(step: Step, code: number | null): Outcome {
  const counted = step.report ? readReport(step.report) : { passed: 0, failed: 0 };
  return code === 0 ? (counted ?? { passed: 0, failed: 1 }) : { passed: counted?.passed ?? 0, failed: Math.max(counted?.failed ?? 0, 1), failures: counted?.failures ?? [] };
}

function readReport(report: NonNullable<Step["report"]>): Outcome | null {
  try {
    return report.read(JSON.parse(readFileSync(report.file, "utf8")) as never);
  } catch {
    return null;
  }
}

function run(step: Step): Promise<{ code: number | null; output: string }> {
  const program = step.program.includes(path.sep) ? path.resolve(ROOT, step.program) : path.join(ROOT, "node_modules", ".bin", step.program);
  const environment = {
    // The checkers of types and lint are Go programs that end soon, beside others that want the second processor: room before they sweep (2 GB are used) and one processor each save half of their work.
    GOGC: "800",
    GOMEMLIMIT: "3GiB",
    GOMAXPROCS: "1",
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(REPORTS, "browser.json"),
  };
  const child = spawn(program, step.args, { cwd: ROOT, env: environment, stdio: ["ignore", step.loud ? "inherit" : "pipe", step.loud ? "inherit" : "pipe"] });
  if (step.waits && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString("utf8")));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString("utf8")));
  return new Promise((resolve) => {
    child.once("error", (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.once("close", (code) => {
      resolve({ code, output });
    });
  });
}
