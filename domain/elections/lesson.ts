import { countElection, type ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { ElectionStage } from "#domain/voting/counting/election-stage.ts";
import type { OfficeRule } from "./template.ts";

/** Votes of one candidate, as the count has them: to five decimals where votes are passed on in parts. */
export interface VotesOfOne {
  readonly id: string;
  readonly votes: string;
}

/** What pupils work out from the real figures of a count, each with its answer. */
export type Exercise =
  /** Add the votes of a step up: they are all the ballots with a vote. */
  | { readonly kind: "add-up"; readonly votes: readonly VotesOfOne[]; readonly answer: string }
  /** More ticks than ballots: how many ticks a ballot had, to one decimal. */
  | { readonly kind: "ticks"; readonly votes: readonly VotesOfOne[]; readonly ballots: number; readonly sum: string; readonly answer: string }
  | { readonly kind: "half"; readonly valid: number; readonly leader: VotesOfOne; readonly answer: number; readonly reached: boolean }
  | { readonly kind: "quota"; readonly valid: number; readonly places: number; readonly part: number; readonly answer: number }
  /** Of those elected at the first step, the one with most votes over the quota: what each of their votes is passed on as. */
  | { readonly kind: "surplus"; readonly one: VotesOfOne; readonly quota: number; readonly answer: string; readonly value: string }
  /** Where the votes of the first one out went, from one step to the next. */
  | { readonly kind: "follow"; readonly out: VotesOfOne; readonly step: number; readonly before: readonly VotesOfOne[]; readonly after: readonly VotesOfOne[]; readonly gains: readonly VotesOfOne[]; readonly gone: string }
  | { readonly kind: "finalists"; readonly sums: readonly { readonly id: string; readonly first: number; readonly second: number; readonly answer: number }[]; readonly unused: number }
  /** Nothing is lost: votes at the last step and those that go to nobody are all there were. */
  | { readonly kind: "nothing-lost"; readonly held: string; readonly gone: string; readonly valid: number }
  | { readonly kind: "margin"; readonly first: VotesOfOne; readonly second: VotesOfOne; readonly answer: string }
  | { readonly kind: "share"; readonly one: VotesOfOne; readonly ballots: number; readonly answer: number }
  /** Whether those with most first choices are those who won. */
  | { readonly kind: "first-choices"; readonly leaders: readonly string[]; readonly winners: readonly string[]; readonly same: boolean };

/** Five decimals as a whole number, so that sums are exact. */
const VOTE = 100_000n;
const exact = (votes: string | number): bigint => {
  const [whole = "0", part = ""] = String(votes).split(".");
  return BigInt(whole) * VOTE + BigInt(part.padEnd(5, "0").slice(0, 5));
};
/** Back again, without noughts at the end. */
const written = (votes: bigint): string => {
  const part = (votes % VOTE).toString().padStart(5, "0").replace(/0+$/, "");
  return part === "" ? String(votes / VOTE) : `${String(votes / VOTE)}.${part}`;
};

const sumOf = (votes: readonly VotesOfOne[]): bigint => votes.reduce((sum, each) => sum + exact(each.votes), 0n);

/** The votes a step leaves each candidate, most first. */
function votesAt(stage: ElectionStage): readonly VotesOfOne[] {
  const votes = stage.kind === "totals" ? Object.fromEntries(Object.entries(stage.totals).map(([id, { value }]) => [id, value])) : stage.kind === "second-preferences" ? stage.total : stage.kind === "pairwise" ? {} : stage.votes;
  return Object.entries(votes)
    .map(([id, each]) => ({ id, votes: written(exact(each)) }))
    .sort((a, b) => Number(exact(b.votes) - exact(a.votes)) || a.id.localeCompare(b.id));
}

/** Exercises of a decided count by its own rule, the easy ones first. A count that was over at its first step has fewer. */
export function exercisesOf({ stages, rule, quota, params, winners, order, metrics }: ElectionDecided): readonly Exercise[] {
  const [first, second] = stages;
  if (first === undefined || first.kind === "pairwise") return [];
  const votes = votesAt(first);
  const [leader, next] = votes;
  if (leader === undefined) return [];
  const valid = metrics.valid;
  const all: Exercise[] = [];
  if (rule === "approval") all.push({ kind: "ticks", votes, ballots: valid, sum: written(sumOf(votes)), answer: valid === 0 ? "0" : (Math.round((Number(sumOf(votes) / VOTE) / valid) * 10) / 10).toString() });
  else all.push({ kind: "add-up", votes, answer: written(sumOf(votes)) });
  if (rule === "supplementary_vote" || rule === "irv") all.push({ kind: "half", valid, leader, answer: Math.floor(valid / 2) + 1, reached: exact(leader.votes) * 2n > BigInt(valid) * VOTE });
  if (quota !== null) all.push({ kind: "quota", valid, places: params.count, part: Math.floor(valid / (params.count + 1)), answer: quota });
  if (first.kind === "totals" && next !== undefined) all.push({ kind: "margin", first: leader, second: next, answer: written(exact(leader.votes) - exact(next.votes)) });
  if (first.kind === "totals" && valid > 0) all.push({ kind: "share", one: leader, ballots: valid, answer: Math.round((Number(exact(leader.votes)) * 100) / Number(VOTE) / valid) });
  if (second?.kind === "second-preferences" && first.kind === "first-preferences")
    all.push({ kind: "finalists", sums: second.finalists.map((id) => ({ id, first: first.votes[id] ?? 0, second: second.second[id] ?? 0, answer: second.total[id] ?? 0 })), unused: second.unused });
  all.push(...surplusOf(stages, quota), ...followOf(stages));
  const last = stages.at(-1);
  if (last?.kind === "transferable" && stages.length > 1) all.push({ kind: "nothing-lost", held: written(sumOf(votesAt(last))), gone: written(exact(last.nonTransferable)), valid });
  if (stages.length > 1) {
    // A tie for the last of these places says nothing for sure, and is no exercise.
    const places = order === null ? winners.length : 1;
    const [inside, outside] = [votes[places - 1], votes[places]];
    const won = order === null ? winners : winners.slice(0, 1);
    if (inside !== undefined && inside.votes !== outside?.votes) {
      const leaders = votes.slice(0, places).map(({ id }) => id);
      all.push({ kind: "first-choices", leaders, winners: won, same: leaders.every((id) => won.includes(id)) });
    }
  }
  return all;
}

/** The first surplus passed on, where whoever had it was elected on first choices: then every ballot of theirs was worth one vote. */
function surplusOf(stages: readonly ElectionStage[], quota: number | null): readonly Exercise[] {
  const [first, second] = stages;
  if (first?.kind !== "transferable" || second?.kind !== "transferable" || second.action !== "transfer-surplus" || second.candidate === null || quota === null) return [];
  const votes = exact(first.votes[second.candidate] ?? "0");
  const over = votes - BigInt(quota) * VOTE;
  // Cut to five decimals, as the rules say (SSI 2007/42, Schedule 1, rule 48).
  return [{ kind: "surplus", one: { id: second.candidate, votes: written(votes) }, quota, answer: written(over), value: written((over * VOTE) / votes) }];
}

/** The first who went out, and what everybody else gained by it. */
function followOf(stages: readonly ElectionStage[]): readonly Exercise[] {
  const at = stages.findIndex((stage) => (stage.kind === "round" && stage.excluded !== null) || (stage.kind === "transferable" && stage.action === "exclude"));
  const stage = stages[at];
  // A round names who goes out after it; a transfer names who went out before it.
  const [before, after] = stage?.kind === "round" ? [stage, stages[at + 1]] : [stages[at - 1], stage];
  const out = stage?.kind === "round" ? stage.excluded : stage?.kind === "transferable" ? stage.candidate : null;
  if (!before || !after || out === null || before.kind === "pairwise" || after.kind === "pairwise") return [];
  const [had, has] = [votesAt(before), votesAt(after)];
  const of = (votes: readonly VotesOfOne[], id: string): bigint => exact(votes.find((each) => each.id === id)?.votes ?? "0");
  const gone = (each: ElectionStage): bigint => (each.kind === "round" ? exact(each.exhausted) : each.kind === "transferable" ? exact(each.nonTransferable) : 0n);
  const others = had.filter(({ id, votes }) => id !== out && exact(votes) > 0n);
  return [
    {
      kind: "follow",
      out: { id: out, votes: written(of(had, out)) },
      step: stage?.kind === "round" ? at + 2 : at + 1,
      before: others,
      after: others.map(({ id }) => ({ id, votes: written(of(has, id)) })),
      gains: others.map(({ id }) => ({ id, votes: written(of(has, id) - of(had, id)) })),
      gone: written(gone(after) - gone(before)),
    },
  ];
}

/** Fruit trees for a school garden: fifteen ballots that pupils cut out and count by hand. Three rules find three winners in them. */
export const HANDMADE_CANDIDATES = ["apple", "pear", "plum", "cherry"] as const;
export type Fruit = (typeof HANDMADE_CANDIDATES)[number];
export const HANDMADE_BALLOTS: readonly { readonly times: number; readonly choices: readonly Fruit[] }[] = [
  { times: 6, choices: ["apple", "pear"] },
  { times: 4, choices: ["plum", "pear"] },
  { times: 3, choices: ["pear", "plum"] },
  { times: 2, choices: ["cherry", "pear"] },
];

/** The handmade ballots counted by a rule: two trees by the transferable vote, else one. A ballot of one choice gives its first, of ticks both. */
export function countHandmade(rule: OfficeRule): ElectionDecided {
  const places = rule === "scottish_stv" ? 2 : 1;
  const outcome =
    rule === "approval"
      ? countElection({ rule, candidates: HANDMADE_CANDIDATES, places, ballots: HANDMADE_BALLOTS.map(({ times, choices }) => ({ multiplicity: times, scores: choices.map((candidateId) => ({ candidateId, points: 1 })) })) })
      : countElection({ rule, candidates: HANDMADE_CANDIDATES, places, ballots: HANDMADE_BALLOTS.map(({ times, choices }) => ({ multiplicity: times, ranking: rule === "fptp" ? choices.slice(0, 1) : choices })) });
  if (outcome.status !== "decided") throw new Error("The handmade ballots have a tie");
  return outcome;
}
