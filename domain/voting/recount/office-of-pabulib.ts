import type { ElectionCountInput } from "../counting/count-election.ts";
import type { PabulibFile } from "../files/pabulib.ts";

/**
 * A file of approvals or points read as an election to office: its projects stand as candidates, and costs and pot play no part.
 * For `approval` any points are one mark. Points are in units of 1/`pointsScale` of the file's.
 */
export function officeOfPabulib(file: PabulibFile, rule: "approval" | "score", places: number, lotOrder?: readonly string[]): ElectionCountInput {
  const scores = file.ballots.map(({ choices }) => ({
    scores: choices.flatMap(({ projectId, points }) => (rule === "score" ? [{ candidateId: projectId, points }] : points > 0 ? [{ candidateId: projectId, points: 1 }] : [])),
  }));
  return { candidates: file.projects.map(({ id }) => id), rule, places, ballots: scores, ...(lotOrder ? { lotOrder } : {}) };
}
