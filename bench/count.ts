/**
 * How fast counts are, in CPU milliseconds of this process: equal shares on the published files, beside what pabutools and the
 * equal-shares web tool took for the same (cited, on a machine of the same kind), and, unless quick, growth up to a million ballots.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { countBudgetVote, tableOfBallots, type BudgetCountInput } from "#domain/voting/counting/count.ts";
import { countElection } from "#domain/voting/counting/count-election.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { parsePabulib } from "#domain/voting/files/pabulib.ts";
import { referenceData } from "#testing/reference-data.ts";
import { note, type Bench } from "./bench.ts";
import { growthDocument, growthPlot, type Growth } from "./growth-document.ts";
import { countStoredBallots } from "./stored-ballots.ts";
import { syntheticElection, syntheticVote } from "./synthetic-vote.ts";

const FILES = [
  "Netherlands_Assen_2024.pb",
  "Switzerland_Zurich_D10.pb",
  "Poland_Wieliczka_2023_Green_Budget.pb",
  "France_Toulouse_2022.pb",
  "Poland_Krakow_2023_Debniki.pb.gz",
  "Poland_Czestochowa_2024.pb.gz",
  "Poland_Gdansk_2020.pb.gz",
  "Poland_Warszawa_2020_Mokotow.pb.gz",
];
const SINGLE: readonly BudgetRuleId[] = ["mes_cost", "mes_unit"];
const RAISED: readonly BudgetRuleId[] = ["mes_cost_add1", "mes_unit_add1", "mes_cost_add1_noexh", "mes_cost_add1_frac"];

/** CPU seconds of others on these files: pabutools 1.2.3 and equalshares-compute-tool in floats, section 5 of the published figures. */
const OTHERS: readonly { file: string; rule: BudgetRuleId; pabutools?: number; webTool?: number }[] = [
  { file: "Poland_Warszawa_2020_Mokotow.pb.gz", rule: "mes_cost", pabutools: 4.2, webTool: 0.45 },
  { file: "Poland_Warszawa_2020_Mokotow.pb.gz", rule: "mes_cost_add1", webTool: 15.5 },
  { file: "Poland_Warszawa_2020_Mokotow.pb.gz", rule: "mes_cost_add1_frac", pabutools: 367 },
  { file: "Poland_Wieliczka_2023_Green_Budget.pb", rule: "mes_cost_add1", webTool: 0.44 },
  { file: "Poland_Wieliczka_2023_Green_Budget.pb", rule: "mes_cost_add1_frac", pabutools: 5.2 },
];

interface Timing {
  readonly file: string;
  readonly rule: BudgetRuleId;
  readonly ms: number;
}

/** The least of several runs: what the count takes when nothing else disturbs it. */
function cpuMs(run: () => void, times: number): number {
  let least = Infinity;
  for (let i = 0; i < times; i += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function referenceInput(name: string): Omit<BudgetCountInput, "rule"> {
  const parsed = parsePabulib(referenceData.text(`pabulib/${name}`));
  if (!parsed.ok) throw new Error(`${name} cannot be read`);
  const { projects, ballots, budget, moneyScale, pointsScale } = parsed.value;
  return { projects, ballots: tableOfBallots(projects, ballots), budget, moneyScale, pointsScale, lotOrder: projects.map(({ id }) => id) };
}

function timeReferenceFiles(): { timings: Timing[]; sheetMs: number } {
  const timings: Timing[] = [];
  let sheetMs = 0;
  for (const file of FILES) {
    const input = referenceInput(file);
    const count = (rule: BudgetRuleId, explain: boolean): void => void countBudgetVote({ ...input, rule, explain });
    for (const rule of SINGLE) timings.push({ file, rule, ms: cpuMs(() => count(rule, false), 10) });
    sheetMs = Math.max(sheetMs, cpuMs(() => count("mes_cost", true), 5));
    for (const rule of RAISED) timings.push({ file, rule, ms: cpuMs(() => count(rule, false), 3) });
    note(file);
  }
  return { timings, sheetMs };
}

function printTimings(timings: readonly Timing[]): object[] {
  console.log("\nEqual shares on published files, CPU milliseconds");
  for (const { file, rule, ms } of timings) console.log(`${file.replace(/\.pb.*/, "").padEnd(38)} ${rule.padEnd(22)} ${ms.toFixed(1).padStart(9)}`);
  console.log("\nBeside other programs");
  return OTHERS.flatMap(({ file, rule, pabutools, webTool }) => {
    const ours = timings.find((timing) => timing.file === file && timing.rule === rule)?.ms ?? Infinity;
    const others = Object.entries({ pabutools, web_tool: webTool }).flatMap(([program, seconds]) => (seconds === undefined ? [] : [{ program, seconds }]));
    return others.map(({ program, seconds }) => {
      const ratio = (1000 * seconds) / ours;
      console.log(`${file.replace(/\.pb.*/, "").padEnd(38)} ${rule.padEnd(22)} ${program.padEnd(10)} ${String(1000 * seconds).padStart(7)} ms, we are ${ratio.toFixed(0)} times as fast`);
      return { file, rule, program, theirs_ms: 1000 * seconds, ours_ms: ours, ratio };
    });
  });
}

function timeGrowth(): Growth[] {
  return [1e3, 1e4, 1e5, 1e6].map((ballots) => {
    const collected = process.cpuUsage();
    const { projects, table, budget } = syntheticVote(ballots, 200);
    const { user, system } = process.cpuUsage(collected);
    const input = { projects, ballots: table, budget, moneyScale: 100, lotOrder: projects.map(({ id }) => id) };
    const count = (rule: BudgetRuleId, explain = false): number => cpuMs(() => void countBudgetVote({ ...input, rule, explain }), ballots > 1e5 ? 2 : 5);
    note(`${ballots} ballots`);
    return {
      ballots,
      collectMs: (user + system) / 1000,
      greedyMs: count("greedy"),
      equalSharesMs: count("mes_cost"),
      add1Ms: count("mes_cost_add1"),
      sheetMs: count("mes_cost_add1", true),
      memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    };
  });
}

function timeTransferableVote(): number {
  const { ids, papers } = syntheticElection(100_000, 40);
  return cpuMs(() => void countElection({ candidates: ids, ballots: papers, rule: "scottish_stv", places: 8, lotOrder: ids }), 3);
}

export const run: Bench = async ({ quick }) => {
  if (!referenceData.present) throw new Error(`No reference data${referenceData.reason}`);
  const { timings, sheetMs } = timeReferenceFiles();
  const slowest = (rules: readonly BudgetRuleId[]): number => Math.max(...timings.filter(({ rule }) => rules.includes(rule)).map(({ ms }) => ms));
  const beside = printTimings(timings);
  const answer = { equal_shares_ms: slowest(SINGLE), add1_ms: slowest(RAISED), equal_shares_with_sheet_ms: sheetMs, beside };
  console.log(`\nSlowest: one run ${answer.equal_shares_ms.toFixed(1)} ms, raised ${answer.add1_ms.toFixed(0)} ms, one run with its count sheet ${sheetMs.toFixed(1)} ms`);
  if (quick) return answer;
  const growth = timeGrowth();
  const stvMs = timeTransferableVote();
  const stored = await countStoredBallots(growth.map(({ ballots }) => ballots));
  const document = growthDocument(growth, stored, stvMs);
  console.log(`\n${document}`);
  const docs = path.join(import.meta.dirname, "..", "docs", "counting-rules", "speed");
  mkdirSync(docs, { recursive: true });
  writeFileSync(path.join(docs, "growth.svg"), growthPlot(growth));
  writeFileSync(path.join(docs, "growth.md"), document);
  return { ...answer, growth, stored, stv_ms: stvMs };
};
