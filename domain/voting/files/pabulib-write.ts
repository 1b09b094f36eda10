import { writeDecimal } from "./exact-decimal.ts";
import type { PabulibFile, PabulibProject } from "./pabulib-format.ts";

const SEPARATOR = ";";

/**
 * Writes a .pb file: what the file counts (`num_projects`, `num_votes`, `budget`, `vote_type`) is taken from its content,
 * every other key of META as it stands. `parsePabulib` gives the same file back.
 */
export function writePabulib(file: PabulibFile): string {
  return [...pabulibLines(file)].join("");
}

/** The same text line by line, for large files. */
export function* pabulibLines(file: PabulibFile): Generator<string> {
  yield "META\n";
  yield row(["key", "value"]);
  for (const [key, value] of Object.entries(metaOf(file))) yield row([key, value]);
  yield "PROJECTS\n";
  const columns = projectColumns(file.projects);
  yield row(columns.map(([name]) => name));
  for (const project of file.projects) yield row(columns.map(([, text]) => text(project, file.moneyScale)));
  yield "VOTES\n";
  yield* voteLines(file);
}

function metaOf(file: PabulibFile): Record<string, string> {
  return {
    ...file.meta,
    num_projects: String(file.projects.length),
    num_votes: String(file.ballots.length),
    budget: writeDecimal(file.budget, file.moneyScale),
    vote_type: file.voteType,
  };
}

type Column = readonly [name: string, text: (project: PabulibProject, moneyScale: number) => string];

function projectColumns(projects: readonly PabulibProject[]): Column[] {
  const optional = (["category", "target", "latitude", "longitude", "votes", "score", "selected"] as const)
    .filter((key) => projects.some((project) => project[key] !== undefined))
    .map((key): Column => [key, (project) => String(project[key] ?? "")]);
  const extra = [...new Set(projects.flatMap((project) => Object.keys(project.extra ?? {})))]
    .map((key): Column => [key, (project) => project.extra?.[key] ?? ""]);
  return [
    ["project_id", (project) => project.id],
    ["cost", (project, moneyScale) => writeDecimal(project.cost, moneyScale)],
    ["name", (project) => project.name],
    ...optional,
    ...extra,
  ];
}

function* voteLines(file: PabulibFile): Generator<string> {
  const withPoints = file.voteType === "cumulative" || file.voteType === "scoring";
  const extra = [...new Set(file.ballots.flatMap((ballot) => Object.keys(ballot.extra ?? {})))];
  yield row(["voter_id", "vote", ...(withPoints ? ["points"] : []), ...extra]);
  for (const ballot of file.ballots) {
    const points = ballot.choices.map((choice) => writeDecimal(choice.points, file.pointsScale)).join(",");
    yield row([
      ballot.voterId,
      ballot.choices.map((choice) => choice.projectId).join(","),
      ...(withPoints ? [points] : []),
      ...extra.map((key) => ballot.extra?.[key] ?? ""),
    ]);
  }
}

function row(fields: readonly string[]): string {
  return `${fields.map(quoteWhereNeeded).join(SEPARATOR)}\n`;
}

function quoteWhereNeeded(field: string): string {
  return /["\r\n;]/.test(field) || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field;
}
