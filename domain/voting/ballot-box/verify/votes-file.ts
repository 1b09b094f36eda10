/** votes.pb and votes.blt: the same votes in the formats that other programs count. */
import type { BallotTable } from "../../counting/ballot-table.ts";
import { tableOfBallots } from "../../counting/count.ts";
import { parseBlt, writeBlt } from "../../files/blt.ts";
import { parsePabulib } from "../../files/pabulib.ts";
import { ballotLines } from "../../results/count-sheet.ts";
import { downloadNames } from "../../results/published-ballots.ts";
import type { Manifest } from "../manifest.ts";
import { tableOfVotes, votesAsSet } from "../results-file.ts";
import type { Vote } from "../vote.ts";

/** votes.blt: candidates in the order of leaf 0, alike ballots merged and in an order that follows from them alone. */
export function bltOfVotes({ question, options, rule }: Pick<Manifest, "question"> & { readonly options: readonly Pick<Manifest["options"][number], "number" | "title">[]; readonly rule: { readonly parameters: Readonly<Record<string, unknown>> } }, votes: Iterable<Vote>): string {
  const place = new Map(options.map(({ number }, at) => [number, at + 1]));
  const merged = new Map<string, number>();
  for (const { choices } of votes) {
    const ranking = choices.map((choice) => place.get(choice) ?? 0).join(" ");
    merged.set(ranking, (merged.get(ranking) ?? 0) + 1);
  }
  const ballots = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ranking, multiplicity]) => ({ ranking: ranking === "" ? [] : ranking.split(" ").map(Number), multiplicity }));
  const places = rule.parameters["places"];
  return writeBlt({
    title: question.en || question.cy,
    places: typeof places === "number" ? places : 1,
    candidates: options.map(({ title }, at) => ({ number: at + 1, name: title.en || title.cy, party: null, withdrawn: false })),
    ballots,
  });
}

/** What a file of votes says beside the votes that were opened. */
export function compareVotes(name: "votes.pb" | "votes.blt", content: string, manifest: Manifest, votes: readonly Vote[]): "same" | "votes-file-unreadable" | "votes-file-differs" {
  return name === "votes.pb" ? comparePabulib(content, manifest, votes) : compareBlt(content, manifest, votes);
}

function comparePabulib(content: string, manifest: Manifest, votes: readonly Vote[]): ReturnType<typeof compareVotes> {
  const read = parsePabulib(content);
  if (!read.ok) return "votes-file-unreadable";
  const { projects, ballots, budget, moneyScale, pointsScale } = read.value;
  const pence = 100 / moneyScale;
  const costs = new Map(projects.map(({ id, cost }) => [id, cost * pence]));
  const names = downloadNames(manifest.options);
  const numberOf = new Map([...names].map(([number, name]) => [name, String(number)]));
  const alike = manifest.options.every(({ number, costPence }) => costs.get(names.get(number) ?? "") === (costPence ?? 0));
  if (!alike || costs.size !== manifest.options.length || budget * pence !== manifest.budgetPence || pointsScale !== 1) return "votes-file-differs";
  const table = tableOfBallots(
    manifest.options.map(({ number }) => ({ id: String(number), cost: 0 })),
    ballots.map(({ choices }) => ({ choices: choices.map(({ projectId, points }) => ({ projectId: numberOf.get(projectId) ?? "", points })) })),
  );
  return sameTable(table, tableOfVotes(manifest, votes)) ? "same" : "votes-file-differs";
}

function sameTable(a: BallotTable, b: BallotTable): boolean {
  if (a.rows !== b.rows || a.voters !== b.voters) return false;
  const columns = Array.from({ length: a.projects }, (_, at) => at);
  const [one, other] = [ballotLines(a, columns), ballotLines(b, columns)];
  return [...one].every((line) => line === other.next().value);
}

function compareBlt(content: string, manifest: Manifest, votes: readonly Vote[]): ReturnType<typeof compareVotes> {
  const read = parseBlt(content);
  if (!read.ok) return "votes-file-unreadable";
  const { candidates, ballots } = read.value;
  if (candidates.length !== manifest.options.length || candidates.some(({ withdrawn }) => withdrawn)) return "votes-file-differs";
  const listed = ballots.flatMap(({ ranking, multiplicity }) => {
    const choices = ranking.map((place) => manifest.options[place - 1]?.number ?? -1);
    return Array.from({ length: multiplicity }, () => ({ choices }));
  });
  return votesAsSet(listed) === votesAsSet(votes.map(({ choices }) => ({ choices }))) ? "same" : "votes-file-differs";
}
