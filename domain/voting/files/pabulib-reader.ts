import { err, ok, type Result } from "#domain/basics/result.ts";
import { columnOf, type DelimitedRecord } from "./delimited-records.ts";
import type { FileFault, FileFaultCode, FileWarning } from "./file-fault.ts";
import { readMeta, type Located, type PabulibMeta } from "./pabulib-meta.ts";
import { PabulibVotes } from "./pabulib-votes.ts";
import { commonMoney, readProject, type RawProject } from "./pabulib-projects.ts";
import { sectionRow, type SectionRow } from "./pabulib-row.ts";
import type { PabulibFile } from "./pabulib-format.ts";

type Section = "META" | "PROJECTS" | "VOTES";
const SECTIONS: readonly Section[] = ["META", "PROJECTS", "VOTES"];
const REQUIRED: Readonly<Record<Section, readonly string[]>> = {
  META: ["key", "value"],
  PROJECTS: ["project_id", "cost"],
  VOTES: ["voter_id", "vote"],
};

/** Keys that change a count: saying one twice leaves open which is meant. */
const COUNTED_KEYS = new Set(["budget", "vote_type", "num_projects", "num_votes", "max_length", "default_score", "min_project_score_threshold"]);

/** Takes records one by one and gives the file, or everything that is wrong with it. */
export class PabulibReader {
  readonly #faults: FileFault[] = [];
  readonly #warnings: FileWarning[] = [];
  readonly #seen = new Set<Section>();
  readonly #meta = new Map<string, Located>();
  readonly #projects: RawProject[] = [];
  readonly #projectLines = new Map<string, number>();
  #votes: PabulibVotes | null = null;
  #readMeta: PabulibMeta | null = null;
  #section: Section | null = null;
  #columns: readonly string[] | null = null;
  #lines = 0;
  #anything = false;

  receive(record: DelimitedRecord): void {
    this.#lines = record.line;
    if (record.raw.trim() === "") return;
    this.#anything = true;
    const name = record.fields.every((field, index) => index === 0 || field.trim() === "") ? record.fields[0]?.trim() : undefined;
    const upper = name?.toUpperCase();
    // A project or voter may be called "meta", so after its header a section only ends at a heading in capitals.
    const heading = SECTIONS.find((section) => (this.#section === null ? upper === section : name === section));
    if (heading) this.#open(heading, record);
    else if (this.#section === null) this.#fault("section-unknown", record, 0, { text: (record.fields[0] ?? "").slice(0, 40) });
    else if (this.#columns === null) this.#header(this.#section, record);
    else this.#row(this.#section, this.#columns, record);
  }

  #open(section: Section, record: DelimitedRecord): void {
    this.#closeSection();
    if (this.#seen.has(section)) this.#fault("section-repeated", record, 0, { section });
    this.#seen.add(section);
    this.#section = section;
    this.#columns = null;
    if (section === "VOTES") {
      this.#votes ??= new PabulibVotes(this.#metaNow(), new Set(this.#projectLines.keys()), this.#faults, this.#warnings);
    }
  }

  #metaNow(): PabulibMeta {
    this.#readMeta ??= readMeta(this.#meta, this.#seen.has("META"), this.#faults, this.#warnings);
    return this.#readMeta;
  }

  #closeSection(): void {
    if (this.#section !== null && this.#columns === null)
      this.#faults.push({ line: this.#lines, column: 1, code: "header-missing", params: { section: this.#section } });
  }

  #header(section: Section, record: DelimitedRecord): void {
    const columns = record.fields.map((field) => field.trim());
    columns.forEach((column, index) => {
      if (column !== "" && columns.indexOf(column) !== index) this.#fault("column-repeated", record, index, { section, column });
    });
    for (const column of REQUIRED[section])
      if (!columns.includes(column)) this.#fault("column-missing", record, 0, { section, column });
    this.#columns = columns;
    if (section === "VOTES") this.#votes?.header(columns, record.line);
  }

  #row(section: Section, columns: readonly string[], record: DelimitedRecord): void {
    // A META value with an unquoted semicolon harms nothing: only its first part would be read.
    if (section !== "META" && record.fields.length > columns.length && record.fields.slice(columns.length).some((field) => field.trim() !== ""))
      this.#fault("row-too-long", record, columns.length, { section, fields: record.fields.length, columns: columns.length });
    const needed = Math.max(...REQUIRED[section].map((column) => columns.indexOf(column))) + 1;
    if (record.fields.length < needed) {
      this.#fault("row-too-short", record, 0, { section, fields: record.fields.length, columns: columns.length });
      return;
    }
    const row = sectionRow(record, columns, this.#faults);
    if (section === "META") this.#metaRow(row);
    else if (section === "PROJECTS") this.#projectRow(row);
    else this.#votes?.row(row);
  }

  #metaRow(row: SectionRow): void {
    const key = (row.value("key") ?? "").trim();
    if (this.#meta.has(key)) {
      if (COUNTED_KEYS.has(key)) row.fault("meta-repeated", "key", { key });
      else this.#warnings.push({ line: row.line, code: "meta-repeated", params: { key } });
    } else this.#meta.set(key, { text: row.value("value") ?? "", line: row.line, fault: (code, params) => row.fault(code, "value", params) });
  }

  #projectRow(row: SectionRow): void {
    const project = readProject(row);
    if (project.id === "") row.fault("project-id-empty", "project_id");
    else if (this.#projectLines.has(project.id))
      row.fault("project-repeated", "project_id", { project: project.id, firstLine: this.#projectLines.get(project.id) ?? 0 });
    else {
      this.#projectLines.set(project.id, row.line);
      this.#projects.push(project);
    }
  }

  finish(): Result<PabulibFile, FileFault[]> {
    if (!this.#anything) return err([{ line: 1, column: 1, code: "file-empty", params: {} }]);
    this.#closeSection();
    for (const section of SECTIONS)
      if (!this.#seen.has(section)) this.#faults.push({ line: this.#lines, column: 1, code: "section-missing", params: { section } });
    const meta = this.#metaNow();
    const votes = this.#votes?.finish() ?? { ballots: [], pointsScale: 1, rows: 0 };
    if (this.#seen.has("PROJECTS")) meta.checkCount("num_projects", this.#projects.length);
    if (this.#seen.has("VOTES")) meta.checkCount("num_votes", votes.rows);
    const money = commonMoney(meta.budget, this.#projects, this.#faults);
    if (this.#faults.length > 0 || meta.voteType === null || money === null) return err(this.#faults);
    const file = { ...money, meta: meta.texts, voteType: meta.voteType, pointsScale: votes.pointsScale, ballots: votes.ballots };
    return ok({ ...file, warnings: [...this.#warnings, ...compareColumns(file, this.#projects)] });
  }

  #fault(code: FileFaultCode, record: DelimitedRecord, field: number, params: FileFault["params"]): void {
    this.#faults.push({ line: record.line, column: columnOf(record, field, ";"), code, params });
  }
}

/** Warns where the file's own totals differ from its ballots, and of projects that cannot win. */
function compareColumns(
  file: Pick<PabulibFile, "projects" | "ballots" | "budget" | "pointsScale">,
  raw: readonly RawProject[],
): FileWarning[] {
  const votes = new Map<string, number>();
  const score = new Map<string, number>();
  for (const ballot of file.ballots)
    for (const { projectId, points } of ballot.choices) {
      if (points > 0) votes.set(projectId, (votes.get(projectId) ?? 0) + 1);
      score.set(projectId, (score.get(projectId) ?? 0) + points);
    }
  const warnings: FileWarning[] = [];
  file.projects.forEach((project, index) => {
    const line = raw[index]?.line ?? 0;
    const counted = votes.get(project.id) ?? 0;
    const points = (score.get(project.id) ?? 0) / file.pointsScale;
    const warn = (code: FileWarning["code"], params: FileWarning["params"]): number => warnings.push({ line, code, params });
    if (project.votes !== undefined && project.votes !== counted)
      warn("votes-column-differs", { project: project.id, stated: project.votes, counted });
    if (project.score !== undefined && Math.abs(project.score - points) > 1e-9)
      warn("score-column-differs", { project: project.id, stated: project.score, counted: points });
    if (counted === 0) warn("project-without-support", { project: project.id });
    if (project.cost > file.budget) warn("project-over-budget", { project: project.id });
  });
  return warnings;
}
