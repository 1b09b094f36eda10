import { atPlaces, readDecimal, type ExactDecimal } from "./exact-decimal.ts";
import type { FileFault, FileWarning } from "./file-fault.ts";
import type { PabulibMeta } from "./pabulib-meta.ts";
import type { SectionRow } from "./pabulib-row.ts";
import type { PabulibBallot, PabulibChoice } from "./pabulib-format.ts";

const KNOWN = ["voter_id", "vote", "points"];
const ONE: ExactDecimal = { units: 1n, places: 0 };

/** Reads the rows of VOTES into ballots with points. */
export class PabulibVotes {
  readonly #meta: PabulibMeta;
  readonly #ids: ReadonlySet<string>;
  readonly #faults: FileFault[];
  readonly #warnings: FileWarning[];
  readonly #voters = new Set<string>();
  readonly #ballots: PabulibBallot[] = [];
  readonly #decimals: { ballot: number; points: ExactDecimal[] }[] = [];
  readonly #shared = new Map<string, Map<number, PabulibChoice>>();
  #places = 0;
  #rows = 0;

  constructor(meta: PabulibMeta, ids: ReadonlySet<string>, faults: FileFault[], warnings: FileWarning[]) {
    this.#meta = meta;
    this.#ids = ids;
    this.#faults = faults;
    this.#warnings = warnings;
  }

  header(columns: readonly string[], line: number): void {
    const needsPoints = this.#meta.voteType === "cumulative" || this.#meta.voteType === "scoring";
    if (needsPoints && !columns.includes("points"))
      this.#faults.push({ line, column: 1, code: "column-missing", params: { section: "VOTES", column: "points" } });
  }

  row(row: SectionRow): void {
    this.#rows += 1;
    const voterId = (row.value("voter_id") ?? "").trim();
    if (this.#voters.has(voterId)) this.#warn(row, "voter-repeated", { voter: voterId });
    this.#voters.add(voterId);
    const marks = list(row.value("vote"));
    if (marks.length === 0) this.#warn(row, "ballot-empty", { voter: voterId });
    for (const mark of new Set(marks))
      if (!this.#ids.has(mark)) row.fault("project-unknown", "vote", { project: mark.slice(0, 80), voter: voterId });
    const extra = row.extra(KNOWN);
    const choices = this.#choices(row, voterId, marks);
    this.#ballots.push({ voterId, choices, ...(extra ? { extra } : {}) });
  }

  #choices(row: SectionRow, voterId: string, marks: readonly string[]): PabulibChoice[] {
    const kept = [...new Set(marks)];
    if (kept.length < marks.length) this.#warn(row, "choice-repeated", { voter: voterId });
    const { voteType, maxLength } = this.#meta;
    if (voteType === "choose-1" && kept.length > 1)
      row.fault("too-many-choices-marked", "vote", { voter: voterId, most: 1, marked: kept.length });
    if (voteType === "ordinal") {
      const longest = maxLength ?? kept.length;
      if (kept.length > longest) this.#warn(row, "choices-beyond-length", { voter: voterId, most: longest });
      return kept.map((projectId, position) => this.#choice(projectId, Math.max(0, longest - position)));
    }
    if (voteType === "cumulative" || voteType === "scoring") return this.#pointed(row, voterId, marks);
    return kept.map((projectId) => this.#choice(projectId, 1));
  }

  /** The same object for the same choice: a large file holds few different ones. */
  #choice(projectId: string, points: number): PabulibChoice {
    let ofProject = this.#shared.get(projectId);
    if (!ofProject) this.#shared.set(projectId, (ofProject = new Map()));
    let choice = ofProject.get(points);
    if (!choice) ofProject.set(points, (choice = { projectId, points }));
    return choice;
  }

  /** A project marked twice keeps the points of its first mark. */
  #pointed(row: SectionRow, voterId: string, marks: readonly string[]): PabulibChoice[] {
    const texts = list(row.value("points"));
    if (texts.length !== marks.length) {
      row.fault("points-do-not-match-choices", "points", { voter: voterId, choices: marks.length, points: texts.length });
      return [];
    }
    const given = new Map<string, ExactDecimal>();
    marks.forEach((mark, index) => {
      const value = readDecimal(texts[index] ?? "");
      if (value === null) row.fault("number-unreadable", "points", { column: "points", text: (texts[index] ?? "").slice(0, 40) });
      else if (value.units < 0n) row.fault("points-negative", "points", { voter: voterId, project: mark });
      else if (!given.has(mark)) given.set(mark, value);
    });
    const unnamed = this.#meta.voteType === "scoring" ? this.#meta.defaultScore : null;
    if (unnamed !== null && unnamed.units > 0n) for (const id of this.#ids) if (!given.has(id)) given.set(id, unnamed);
    const points = [...given.values()];
    this.#places = points.reduce((most, { places }) => Math.max(most, places), this.#places);
    if (points.some(({ places }) => places > 0)) this.#decimals.push({ ballot: this.#ballots.length, points });
    return [...given].map(([projectId, value]) => this.#choice(projectId, Number(value.units)));
  }

  /** All ballots; where any has decimal points, all points are scaled to integers. */
  finish(): { ballots: PabulibBallot[]; pointsScale: number; rows: number } {
    const scale = 10 ** this.#places;
    if (scale === 1) return { ballots: this.#ballots, pointsScale: 1, rows: this.#rows };
    const exact = new Map(this.#decimals.map(({ ballot, points }) => [ballot, points]));
    const ballots = this.#ballots.map((ballot, index) => ({
      ...ballot,
      choices: ballot.choices.map((choice, position) => ({
        ...choice,
        points: Number(atPlaces(exact.get(index)?.[position] ?? { ...ONE, units: BigInt(choice.points) }, this.#places)),
      })),
    }));
    return { ballots, pointsScale: scale, rows: this.#rows };
  }

  #warn(row: SectionRow, code: FileWarning["code"], params: FileWarning["params"]): void {
    this.#warnings.push({ line: row.line, code, params });
  }
}

function list(text: string | undefined): string[] {
  return text === undefined || text.trim() === "" ? [] : text.split(",").map((item) => item.trim());
}
