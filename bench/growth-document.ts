import { availableParallelism, loadavg } from "node:os";
import type { StoredCount } from "./stored-ballots.ts";

/** CPU milliseconds for one number of ballots. */
export interface Growth {
  readonly ballots: number;
  readonly collectMs: number;
  readonly greedyMs: number;
  readonly equalSharesMs: number;
  readonly add1Ms: number;
  readonly sheetMs: number;
  readonly memoryMb: number;
}

const SERIES = [
  { key: "collectMs", label: "collect", dash: "2 4" },
  { key: "greedyMs", label: "greedy", dash: "8 4" },
  { key: "equalSharesMs", label: "equal shares", dash: "" },
  { key: "add1Ms", label: "equal shares, raised", dash: "12 3 3 3" },
  { key: "sheetMs", label: "raised, with sheet", dash: "5 2" },
] as const;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** The page with both tables; `stvMs` is the transferable vote's time. */
export function growthDocument(growth: readonly Growth[], stored: readonly StoredCount[], stvMs: number): string {
  return `# How counting time grows

By \`npm run bench -- count\`: approval ballots with one to ten marks on 200 projects, five pounds for each ballot, CPU milliseconds.
"Collect" makes up the ballots and merges them. "Sheet" is the raised count with all its explaining numbers. While it was measured, the
${String(availableParallelism())} processors of the machine had a load of ${(loadavg()[2] ?? 0).toFixed(0)}: above their number, the clock says little, and the processor's time too much.

![Time against ballots](growth.svg)

${growthTable(growth)}

The same ballots from a database, as the product counts them: read as a stream, merged as they come, counted by equal shares with
raised endowments in a thread. "Read" and "count" are milliseconds on the clock, "processor" and "memory" those of the program that
counts, which runs apart from the database. Allowed are 5 seconds and 1,000 MB for a million.

${storedTable(stored)}

Single transferable vote with 100,000 ballots, 40 candidates and 8 places, from the papers to the result: ${stvMs.toFixed(0)} ms.
`;
}

function storedTable(stored: readonly StoredCount[]): string {
  return [
    row(["ballots", "kinds of ballot", "read", "count", "together", "processor", "memory, MB"]),
    row(Array.from({ length: 7 }, () => "--:")),
    ...stored.map(({ ballots, kinds, readMs, countMs, processorMs, memoryMb }) => row([ballots, kinds, readMs.toFixed(0), countMs.toFixed(0), (readMs + countMs).toFixed(0), processorMs.toFixed(0), memoryMb])),
  ].join("\n");
}

function growthTable(growth: readonly Growth[]): string {
  return [
    row(["ballots", ...SERIES.map(({ label }) => label), "memory of the process, MB"]),
    row(["--:", ...SERIES.map(() => "--:"), "--:"]),
    ...growth.map((each) => row([each.ballots, ...SERIES.map(({ key }) => each[key].toFixed(1)), each.memoryMb])),
  ].join("\n");
}

/** Both axes logarithmic, so that growth in proportion is a straight line. */
export function growthPlot(growth: readonly Growth[]): string {
  const [left, top, width, height] = [70, 20, 520, 320];
  const x = (ballots: number): number => left + (width * (Math.log10(ballots) - 3)) / 3;
  const lowest = -1;
  const highest = 5;
  const y = (ms: number): number => top + height - (height * (Math.log10(Math.max(ms, 10 ** lowest)) - lowest)) / (highest - lowest);
  const grid = Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (index + lowest)).map(
    (ms) => `<line x1="${left}" x2="${left + width}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ccc"/><text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  const ticks = growth.map(({ ballots }) => `<text x="${x(ballots)}" y="${top + height + 20}" text-anchor="middle">${ballots}</text>`);
  const lines = SERIES.map(({ key, label, dash }, index) => {
    const points = growth.map((each) => `${x(each.ballots).toFixed(1)},${y(each[key]).toFixed(1)}`).join(" ");
    const keyY = top + 14 + index * 20;
    return `<polyline points="${points}" fill="none" stroke="#1d4f63" stroke-width="2" stroke-dasharray="${dash}"/><line x1="${left + 12}" x2="${left + 60}" y1="${keyY}" y2="${keyY}" stroke="#1d4f63" stroke-width="2" stroke-dasharray="${dash}"/><text x="${left + 68}" y="${keyY + 4}">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 390" font-family="sans-serif" font-size="12" role="img" aria-label="CPU time against ballots, both logarithmic; the table beside it holds the numbers"><rect width="620" height="390" fill="#fff"/>${grid.join("")}${ticks.join("")}${lines.join("")}<text x="${left + width / 2}" y="${top + height + 42}" text-anchor="middle">ballots</text></svg>\n`;
}
