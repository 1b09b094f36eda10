import { err, ok, type Result } from "#domain/basics/result.ts";
import type { BltFile } from "./blt-format.ts";
import { readCandidateName, readTitle } from "./blt-names.ts";
import type { FileFault, FileFaultCode, FileWarning } from "./file-fault.ts";

type Part = "first-line" | "ballots" | "names";

/** Takes lines one by one and gives the file, or everything that is wrong with it. */
export class BltReader {
  readonly #faults: FileFault[] = [];
  readonly #warnings: FileWarning[] = [];
  readonly #ballots: { ranking: number[]; multiplicity: number }[] = [];
  readonly #withdrawn = new Set<number>();
  readonly #names: { text: string; line: number }[] = [];
  /** Names given in comments, by candidate. */
  readonly #commented = new Map<number, string>();
  #part: Part = "first-line";
  #candidates = 0;
  #places = 0;
  #lines = 0;

  receive(raw: string, line: number): void {
    this.#lines = line;
    const commented = /^\s*#\s*ALTERNATIVE NAME\s+(\d+)\s*:\s*(.*)$/i.exec(raw);
    if (commented) this.#commented.set(Number(commented[1]), (commented[2] ?? "").trim());
    const text = this.#part === "names" ? raw : raw.replace(/#.*$/, "");
    if (text.trim() === "" || text.trim().startsWith("#")) return;
    if (this.#part === "first-line") this.#firstLine(text, line);
    else if (this.#part === "ballots") this.#ballotLine(text, line);
    else this.#names.push({ text, line });
  }

  #firstLine(text: string, line: number): void {
    this.#part = "ballots";
    const numbers = this.#numbers(text, line);
    if (numbers === null) return;
    const [candidates, places, ...more] = numbers;
    if (candidates === undefined || places === undefined || more.length > 0 || candidates.value < 1)
      return this.#fault("line-unreadable", line, 1, { text: text.trim().slice(0, 40) });
    if (places.value < 1 || places.value > candidates.value)
      this.#fault("seats-out-of-range", line, places.column, { places: places.value, candidates: candidates.value });
    this.#candidates = candidates.value;
    this.#places = places.value;
  }

  #ballotLine(text: string, line: number): void {
    const numbers = this.#numbers(text, line);
    if (numbers === null) return;
    const first = numbers[0];
    if (first === undefined) return;
    if (first.value === 0 && numbers.length === 1) {
      this.#part = "names";
      return;
    }
    if (numbers.every(({ value }) => value < 0)) return this.#withdraw(numbers, line);
    if (numbers.at(-1)?.value !== 0) return this.#fault("ballot-not-ended", line, text.trimEnd().length + 1, {});
    if (first.value < 1) return this.#fault("amount-not-positive", line, first.column, { column: "papers" });
    const ranking: number[] = [];
    let cut = false;
    for (const { value, column } of numbers.slice(1, -1)) {
      if (value < 1 || (this.#candidates > 0 && value > this.#candidates)) this.#fault("candidate-unknown", line, column, { candidate: value });
      else if (cut || this.#withdrawn.has(value)) continue;
      else if (ranking.includes(value)) {
        cut = true;
        this.#warnings.push({ line, code: "ballot-cut-at-repeat", params: { candidate: value } });
      } else ranking.push(value);
    }
    if (ranking.length === 0) this.#warnings.push({ line, code: "ballot-empty", params: { papers: first.value } });
    this.#ballots.push({ ranking, multiplicity: first.value });
  }

  #withdraw(numbers: readonly { value: number; column: number }[], line: number): void {
    for (const { value, column } of numbers) {
      if (-value > this.#candidates) this.#fault("candidate-unknown", line, column, { candidate: -value });
      else if (this.#withdrawn.has(-value)) this.#fault("candidate-withdrawn-twice", line, column, { candidate: -value });
      this.#withdrawn.add(-value);
    }
  }

  /** The whole numbers of a line with their columns; null, with a fault, when it holds anything else. */
  #numbers(text: string, line: number): { value: number; column: number }[] | null {
    const found = [...text.matchAll(/\S+/g)].map((match) => ({ token: match[0], column: match.index + 1 }));
    const wrong = found.find(({ token }) => !/^-?\d{1,15}$/.test(token));
    if (!wrong) return found.map(({ token, column }) => ({ value: Number(token), column }));
    const at = wrong.token.search(/[^-\d]/);
    const column = wrong.column + Math.max(0, at);
    if (wrong.token.includes(",")) this.#fault("separator-comma", line, column, {});
    else if (wrong.token.includes("=")) this.#fault("equal-preferences", line, column, {});
    else if (wrong.token === "-") this.#fault("skipped-preference", line, column, {});
    else this.#fault(/^["\p{L}]/u.test(wrong.token) ? "ballots-not-ended" : "number-unreadable", line, column, { text: wrong.token.slice(0, 40) });
    if (/^["\p{L}]/u.test(wrong.token)) this.#part = "names";
    return null;
  }

  finish(): Result<BltFile, FileFault[]> {
    if (this.#lines === 0 || this.#part === "first-line") return err([{ line: 1, column: 1, code: "file-empty", params: {} }]);
    if (this.#part === "ballots") this.#fault("ballots-not-ended", this.#lines, 1, {});
    // Some files name candidates in comments instead, and leave only the title below the ballots.
    const inComments = this.#commented.size > 0 && this.#names.length < this.#candidates;
    const names = inComments ? [] : this.#names.slice(0, this.#candidates);
    const after = this.#names.slice(names.length);
    const known = inComments ? this.#commented.size : names.length;
    // After any other fault the names may only seem wrong.
    if (this.#faults.length === 0) {
      if (known < this.#candidates) this.#fault("names-missing", this.#lines, 1, { names: known, candidates: this.#candidates });
      for (const { line } of after.slice(1)) this.#fault("names-too-many", line, 1, { candidates: this.#candidates });
    }
    if (this.#faults.length > 0) return err(this.#faults);
    return ok({
      title: readTitle(after[0]?.text ?? ""),
      places: this.#places,
      candidates: Array.from({ length: this.#candidates }, (_, index) => ({
        number: index + 1,
        ...readCandidateName(inComments ? (this.#commented.get(index + 1) ?? "") : (names[index]?.text ?? "")),
        withdrawn: this.#withdrawn.has(index + 1),
      })),
      ballots: this.#ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.filter((c) => !this.#withdrawn.has(c)), multiplicity })),
      warnings: this.#warnings,
    });
  }

  #fault(code: FileFaultCode, line: number, column: number, params: FileFault["params"]): void {
    this.#faults.push({ line, column, code, params });
  }
}
