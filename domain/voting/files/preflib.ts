/**
 * PrefLib .soc and .soi: strict orders, complete or not (preflib.github.io). Headers "# KEY: value", then "papers: 3,1,2".
 * Read into the same form as .blt, with one place to fill.
 */
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { BltFile } from "./blt-format.ts";
import type { FileFault, FileWarning } from "./file-fault.ts";
import { TextLines } from "./text-lines.ts";

export function parsePreflib(text: string): Result<BltFile, FileFault[]> {
  const faults: FileFault[] = [];
  const warnings: FileWarning[] = [];
  const names = new Map<number, string>();
  const ballots: { ranking: number[]; multiplicity: number }[] = [];
  let title = "";
  let stated: { count: number; line: number } | null = null;
  let lastLine = 0;
  const lines = new TextLines((raw, line) => {
    lastLine = line;
    const header = /^#\s*([A-Z ]+?)\s*(\d+)?\s*:\s*(.*)$/i.exec(raw);
    if (header) {
      const [, key = "", number, value = ""] = header;
      if (key === "ALTERNATIVE NAME" && number !== undefined) names.set(Number(number), value.trim());
      if (key === "TITLE") title = value.trim();
      if (key === "NUMBER VOTERS") stated = { count: Number(value), line };
      return;
    }
    if (raw.trim() === "" || raw.startsWith("#")) return;
    const order = /^\s*(\d{1,15})\s*:\s*([\d,\s]*)$/.exec(raw);
    if (!order) {
      faults.push({ line, column: 1, code: raw.includes("{") ? "equal-preferences" : "line-unreadable", params: { text: raw.trim().slice(0, 40) } });
      return;
    }
    const ranking: number[] = [];
    for (const token of (order[2] ?? "").split(",").filter((each) => each.trim() !== "")) {
      const candidate = Number(token);
      if (!names.has(candidate)) faults.push({ line, column: raw.indexOf(token) + 1, code: "candidate-unknown", params: { candidate: token.trim() } });
      if (ranking.includes(candidate)) {
        warnings.push({ line, code: "ballot-cut-at-repeat", params: { candidate } });
        break;
      }
      ranking.push(candidate);
    }
    ballots.push({ ranking, multiplicity: Number(order[1]) });
  });
  lines.push(text);
  lines.end();
  if (lastLine === 0) return err([{ line: 1, column: 1, code: "file-empty", params: {} }]);
  if (names.size === 0) faults.push({ line: 1, column: 1, code: "names-missing", params: { names: 0 } });
  const found = ballots.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  const promised = stated as { count: number; line: number } | null;
  if (promised !== null && promised.count !== found)
    faults.push({ line: promised.line, column: 1, code: "count-differs", params: { key: "NUMBER VOTERS", stated: promised.count, found } });
  if (faults.length > 0) return err(faults);
  const candidates = [...names].sort(([a], [b]) => a - b).map(([number, name]) => ({ number, name, party: null, withdrawn: false }));
  return ok({ title, places: 1, candidates, ballots, warnings });
}
