/**
 * A count for an office as large as a city's: 100,000 ranked ballots with 40 candidates for 8 places, read from a BLT file as any other program
 * writes it and counted by the single transferable vote. Nothing else runs in the process, so that its memory is the count's.
 */
import { countElection } from "#domain/voting/counting/count-election.ts";
import { parseBlt } from "#domain/voting/files/blt.ts";
import type { Bench } from "./bench.ts";
import { syntheticElection } from "./synthetic-vote.ts";

const PLACES = 8;
const CANDIDATES = 40;
/** What is allowed on two cores. */
const MOST_MS = 2_000;
const MOST_MB = 500;

function bltOf(ballots: number): string {
  const { ids, papers } = syntheticElection(ballots, CANDIDATES);
  return [`${String(ids.length)} ${String(PLACES)}`, ...papers.map(({ ranking }) => `1 ${ranking.join(" ")} 0`), "0", ...ids.map((id) => `"Candidate ${id}"`), '"Large"', ""].join("\n");
}

export const run: Bench = ({ quick, json }) => {
  const ballots = quick ? 10_000 : 100_000;
  const text = bltOf(ballots);
  const began = performance.now();
  const parsed = parseBlt(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
  const readMs = Math.round(performance.now() - began);
  const candidates = parsed.value.candidates.map(({ number }) => String(number));
  const papers = parsed.value.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(String), multiplicity }));
  const input = { candidates, ballots: papers, rule: "scottish_stv", places: PLACES, lotOrder: candidates } as const;
  const [counted, used] = [performance.now(), process.cpuUsage()];
  const outcome = countElection(input);
  const { user, system } = process.cpuUsage(used);
  const [clockMs, processorMs] = [Math.round(performance.now() - counted), Math.round((user + system) / 1_000)];
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const answer = { bench: "office", ballots, candidates: CANDIDATES, places: PLACES, stages: outcome.status === "decided" ? outcome.stages.length : 0, read_ms: readMs, count_clock_ms: clockMs, count_processor_ms: processorMs, memory_mb: memoryMb };
  if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(20)} ${String(value)}`);
  if (processorMs > MOST_MS || memoryMb > MOST_MB) throw new Error(`Allowed are ${String(MOST_MS)} ms of processor and ${String(MOST_MB)} MB`);
  return Promise.resolve(answer);
};
