/** What a count gave, as elements of the page, in the page's language. */
import type { BudgetDecided, BudgetProjectResult } from "#domain/voting/counting/count.ts";
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { Tie } from "#domain/voting/counting/lots.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import type { Named, Recount } from "#domain/voting/recount/recount-file.ts";
import { electionBlocks } from "#components/count-sheets/election-blocks.ts";
import { elementOf } from "./blocks.ts";
import type { RecountAnswer } from "./messages.ts";
import { el, notice, table } from "./elements.ts";
import type { Words } from "./words.ts";

const MOST_FAULTS = 100;

function showFaults({ t, f, faults: texts }: Words, faults: readonly FileFault[]): HTMLElement {
  const reason = ({ code, params }: FileFault): string => {
    const text = texts[code];
    return typeof text === "string" ? text : text(params);
  };
  const lines = faults.slice(0, MOST_FAULTS).map((fault) => el("li", {}, t.fault({ line: f.number(fault.line), column: f.number(fault.column), reason: reason(fault) })));
  const more = faults.length - lines.length;
  return notice("bad", t.faultsTitle({ count: faults.length, shown: f.number(faults.length) }), el("ul", {}, ...lines), ...(more > 0 ? [t.faultsMore({ count: more, shown: f.number(more) })] : []));
}

function showRefusal({ t }: Words, reason: keyof Words["t"]["refused"]): HTMLElement {
  return notice("bad", t.refusedTitle, t.refused[reason]);
}

/** Whether the recount of a published result gave the same, and what it gave. `titles` are those of the page's language, by number. */
export function showPublished(words: Words, { recount, projects, budgetPence }: Extract<RecountAnswer, { kind: "published" }>, titles: Readonly<Record<string, string>>): HTMLElement {
  const { t } = words;
  const names = projects.map(({ number, title }) => ({ id: String(number), name: titles[number] ?? title }));
  if (recount.kind === "faults") return showFaults(words, recount.faults);
  if (recount.kind === "refused") return showRefusal(words, recount.reason);
  if (recount.kind === "lots-required") return notice("bad", t.differentTitle, t.differentBody);
  const { same, outcome, ballotsDigest, digest } = recount;
  const isSame = same.winners && same.ballots !== false && same.digest !== false;
  const told = (answer: boolean | null): string => (answer === null ? t.unchecked : answer ? t.same : t.different);
  const compared: readonly (readonly [string, boolean | null])[] = [
    [t.winnersSame, same.winners],
    [t.ballotsSame, same.ballots],
    [t.digestSame, same.digest],
  ];
  return el(
    "div",
    { class: "stack" },
    isSame ? notice("good", t.sameTitle, t.sameBody) : notice("bad", t.differentTitle, t.differentBody),
    table(t.checks, [
      { header: t.check, cell: ([what]) => what },
      { header: t.answer, cell: ([, answer]) => told(answer) },
    ], compared),
    ...(ballotsDigest === null || digest === null ? [] : [digestLine(t.yourBallots, ballotsDigest), digestLine(t.yourDigest, digest)]),
    showBudget(words, outcome, names, { budget: budgetPence, moneyScale: 100, currency: "GBP" }),
  );
}

const digestLine = (term: string, digest: string): HTMLElement => el("p", { class: "small" }, `${term}: `, el("code", { class: "result__digest" }, digest));

interface Money {
  readonly budget: number;
  readonly moneyScale: number;
  readonly currency: string;
}

function showBudget(words: Words, outcome: BudgetDecided, names: readonly Named[], { budget, moneyScale, currency }: Money): HTMLElement {
  const { t, f } = words;
  const money = (units: number): string => {
    const amount = units / moneyScale;
    return currency === "GBP" || currency === "" ? f.money(Math.round(amount * 100)) : `${f.decimal(amount)} ${currency}`;
  };
  const name = nameOf(names);
  const { metrics } = outcome;
  const ofVoters = (count: number, share: number): string => t.ofVoters({ shown: f.number(count), share: f.percent(share, 1) });
  const won = outcome.winners.flatMap((id) => outcome.projects.filter((project) => project.id === id));
  const lost = outcome.projects.filter(({ funded }) => !funded).sort((a, b) => b.score - a.score);
  const hasPoints = outcome.projects.some(({ votes, score }) => votes !== score);
  const figures = [
    { header: t.cost, numeric: true, cell: ({ cost }: BudgetProjectResult) => money(cost) },
    { header: t.votes, numeric: true, cell: ({ votes }: BudgetProjectResult) => f.number(votes) },
    ...(hasPoints ? [{ header: t.points, numeric: true, cell: ({ score }: BudgetProjectResult) => f.number(score) }] : []),
  ];
  const inOrder = !outcome.rule.startsWith("maxwelfare");
  return result(
    words,
    won.length === 0
      ? el("p", {}, t.noWinners)
      : table(inOrder ? t.winners : t.winnersSet, [{ header: t.name, cell: ({ id, place }) => (inOrder ? `${f.number(place ?? 0)}. ${name(id)}` : name(id)) }, ...figures], won),
    pairs(t.figures, [
      [t.pot, money(budget)],
      [t.spent, money(outcome.totalCost)],
      [t.left, money(budget - outcome.totalCost)],
      [t.voters, f.number(metrics.voters)],
      [t.withAWinner, ofVoters(metrics.votersWithAWinner, metrics.shareWithAWinner)],
      [t.without, ofVoters(metrics.voters - metrics.votersWithAWinner, metrics.exclusionRatio)],
      [t.average, f.decimal(metrics.averageWinnersPerVoter)],
      [t.averageCost, money(Math.round(metrics.averageCostOfWinnersPerVoter))],
    ], words),
    showTies(words, outcome.ties, name),
    ...(lost.length === 0 ? [] : [table(t.others, [{ header: t.name, cell: ({ id }) => name(id) }, ...figures, { header: t.reason, cell: ({ reason }) => (reason === null ? "" : t.reasons[reason]) }], lost)]),
  );
}

function showElection(words: Words, outcome: ElectionDecided, names: readonly Named[]): HTMLElement {
  const { t, f } = words;
  const name = nameOf(names);
  return result(
    words,
    table(t.winners, [{ header: t.name, cell: (id) => `${f.number(outcome.winners.indexOf(id) + 1)}. ${name(id)}` }], outcome.winners),
    pairs(t.figures, [
      [t.valid, f.number(outcome.metrics.valid)],
      [t.blank, f.number(outcome.metrics.blank)],
      ...(outcome.quota === null ? [] : [[t.quota, f.number(outcome.quota)] as const]),
    ], words),
    showTies(words, outcome.ties, name),
    ...electionBlocks(outcome, { t: words.sheets, f, name }).map(elementOf),
  );
}

function showTies({ t, f }: Words, ties: readonly Tie[], name: (id: string) => string): HTMLElement {
  if (ties.length === 0) return el("p", {}, t.noTies);
  const line = ({ stage, tied, chosen, decidedBy }: Tie): string => t.tie({ stage: f.number(stage), names: f.list(tied.map(name)), chosen: name(chosen), how: t.tieBy[decidedBy] });
  return el("div", { class: "stack-s" }, el("h3", {}, t.ties), el("ul", {}, ...ties.map((tie) => el("li", {}, line(tie)))));
}

const result = ({ t }: Words, ...parts: readonly HTMLElement[]): HTMLElement => el("div", { class: "stack" }, el("h2", {}, t.resultTitle), ...parts);

const nameOf = (names: readonly Named[]): ((id: string) => string) => {
  const known = new Map(names.map(({ id, name }) => [id, name]));
  return (id) => known.get(id) ?? id;
};

function pairs(caption: string, rows: readonly (readonly [string, string])[], { t }: Words): HTMLElement {
  return table(caption, [{ header: t.figure, cell: ([term]) => term }, { header: t.value, numeric: true, cell: ([, answer]) => answer }], rows);
}

/** What a count of a person’s own file gave. Where lots are needed the page asks for them instead. */
export function showRecount(words: Words, recount: Exclude<Recount, { kind: "lots-required" }>): HTMLElement {
  switch (recount.kind) {
    case "faults":
      return showFaults(words, recount.faults);
    case "refused":
      return showRefusal(words, recount.reason);
    case "budget":
      return showBudget(words, recount.outcome, recount.names, recount);
    case "election":
      return showElection(words, recount.outcome, recount.names);
  }
}
