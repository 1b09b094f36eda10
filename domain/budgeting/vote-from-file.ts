import { err, ok, type Result } from "#domain/basics/result.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { PabulibBallot, PabulibFile, VoteType } from "#domain/voting/files/pabulib-format.ts";

export interface ProjectFromFile {
  /** Its id in the file. */
  readonly reference: string;
  readonly title: string;
  /** What kind of thing it is and for whom, as far as the file says; else its title. */
  readonly summary: string;
  readonly category: string;
  readonly costPence: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** A budget vote as a Pabulib file describes it, in the words of a programme. */
export interface VoteFromFile {
  readonly title: string;
  /** Units of the file's money are taken for pounds. */
  readonly potPence: number;
  readonly projects: readonly ProjectFromFile[];
  /** References of projects that cost more than the pot: they cannot win and stand on no ballot. */
  readonly leftOut: readonly string[];
  readonly ballotKind: BallotKind;
  readonly maxChoices: number | null;
  /** Points to share out in all, and the most for one project, where ballots have points. */
  readonly pointsTotal: number | null;
  readonly pointsMost: number | null;
  readonly rule: string;
  readonly ruleParameters: Readonly<Record<string, unknown>>;
  readonly ballots: number;
}

const KINDS: Readonly<Record<VoteType, BallotKind>> = { approval: "approval", "choose-1": "single-choice", ordinal: "ranked", cumulative: "cumulative", scoring: "score" };

const LONGEST_TITLE = 200;
/** Ten thousand million pounds: sums of any number of projects stay exact. */
const MOST_PENCE = 1_000_000_000_000;

/** Refused where amounts are finer than pence, larger than can be paid, or where no project can be paid for. */
export function voteFromFile(file: PabulibFile): Result<VoteFromFile, "finer-than-pence" | "more-than-can-be-paid" | "no-project-fits"> {
  if (100 % file.moneyScale !== 0) return err("finer-than-pence");
  const pence = (amount: number): number => amount * (100 / file.moneyScale);
  const potPence = pence(file.budget);
  if (potPence > MOST_PENCE || file.projects.some(({ cost }) => pence(cost) > MOST_PENCE)) return err("more-than-can-be-paid");
  const fitting = file.projects.filter(({ cost }) => cost <= file.budget);
  if (fitting.length === 0) return err("no-project-fits");
  const stated = Number(file.meta["max_length"]);
  const longest = file.ballots.reduce((most, { choices }) => Math.max(most, choices.length), 0);
  const limit = Number.isSafeInteger(stated) && stated > 0 ? stated : null;
  return ok({
    title: titleOf(file),
    potPence,
    projects: fitting.map(({ id, name, cost, category, target, longitude, latitude }) => ({
      reference: id,
      title: clean(name, LONGEST_TITLE) || id,
      summary: clean([category ?? "", target ?? ""].filter((part) => part !== "").join(" · "), 300) || clean(name, LONGEST_TITLE) || id,
      category: clean(category ?? "", 60),
      costPence: pence(cost),
      longitude: longitude ?? null,
      latitude: latitude ?? null,
    })),
    leftOut: file.projects.filter(({ cost }) => cost > file.budget).map(({ id }) => id),
    ballotKind: KINDS[file.voteType],
    // Points of a ranked ballot hang on the longest one allowed; of others a ballot over the stated limit is taken as it was.
    maxChoices: file.voteType === "choose-1" ? 1 : limit === null ? null : file.voteType === "ordinal" ? limit : Math.max(limit, longest),
    ...pointsOf(file),
    ...ruleOf(file.meta["rule"] ?? ""),
    ballots: file.ballots.length,
  });
}

/** The points a ballot may hold: as stated, or as many as any ballot of the file gives. */
function pointsOf({ voteType, meta, ballots }: PabulibFile): { readonly pointsTotal: number | null; readonly pointsMost: number | null } {
  if (voteType !== "cumulative" && voteType !== "scoring") return { pointsTotal: null, pointsMost: null };
  const atLeast = (stated: string | undefined, given: readonly number[]): number => {
    const number = Math.floor(Number(stated));
    return given.reduce((most, points) => Math.max(most, Math.ceil(points)), Number.isSafeInteger(number) && number > 0 ? number : 1);
  };
  const sums = ballots.map(({ choices }) => choices.reduce((sum, { points }) => sum + points, 0));
  return {
    pointsTotal: voteType === "cumulative" ? atLeast(meta["max_sum_points"], sums) : null,
    pointsMost: atLeast(meta["max_points"], ballots.flatMap(({ choices }) => choices.map(({ points }) => points))),
  };
}

/** The counting rule a file names; equal shares with completion where it names none we know. */
export function ruleOf(stated: string): { readonly rule: string; readonly ruleParameters: Readonly<Record<string, unknown>> } {
  const rule = (id: string) => ({ rule: id, ruleParameters: {} });
  const name = stated.trim().toLowerCase();
  if (name.startsWith("greedy")) return rule("greedy");
  // The count that Wieliczka and Assen published stops only when the next step would spend more than the pot.
  if (name.startsWith("equalshares/add1")) return rule("mes_cost_add1_noexh");
  return rule(name === "equalshares" ? "mes_cost" : "mes_cost_add1_util");
}

/** One ballot of the file as it is cast: numbers of options, and points where the ballot has them. */
export function ballotFromFile(vote: Pick<VoteFromFile, "ballotKind" | "maxChoices">, ballot: PabulibBallot, numbers: ReadonlyMap<string, number>) {
  const marked = ballot.choices.flatMap(({ projectId, points }) => {
    const number = numbers.get(projectId);
    return number === undefined ? [] : [{ number, points }];
  });
  const kept = vote.maxChoices === null ? marked : marked.slice(0, vote.maxChoices);
  const pointed = vote.ballotKind === "cumulative" || vote.ballotKind === "score";
  return { choices: kept.map(({ number }) => number), ranked: vote.ballotKind === "ranked", ...(pointed ? { points: kept.map(({ points }) => points) } : {}) };
}

function titleOf({ meta }: PabulibFile): string {
  const place = [meta["subunit"], meta["unit"]].map((part) => clean(part ?? "", 80)).filter(Boolean).join(", ");
  const when = clean(meta["instance"] ?? "", 40);
  return clean([place, when].filter(Boolean).join(" "), 120) || clean(meta["description"] ?? "", 120) || "Budget vote";
}

/** One line without what cannot be printed, cut to so many characters. */
function clean(text: string, most: number): string {
  const plain = text.normalize("NFC").replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}
