/**
 * An election's count sheet as blocks of a page: headings, sentences, bars and tables, with every figure of every step. Pages draw them
 * with React (features/voting/count-sheets), the script that counts a file in the browser with elements; the words are handed in.
 */
import { defined } from "#domain/basics/assert.ts";
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { ElectionStage } from "#domain/voting/counting/election-stage.ts";
import type { Format } from "#i18n/format.ts";
import type { countSheets } from "#i18n/messages/en/count-sheets.ts";
import type { Translated } from "#i18n/translated.ts";

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "bars"; readonly caption: string; readonly headers: { readonly name: string; readonly value: string; readonly plot: string }; readonly rows: readonly BarRow[] }
  /** The first column names the rows. */
  | { readonly kind: "table"; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface BarRow {
  readonly name: string;
  readonly note: string;
  readonly value: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly elected: boolean;
}

export interface SheetWords {
  readonly t: Translated<typeof countSheets>;
  readonly f: Format;
  readonly name: (id: string) => string;
}

/** Everything a reader needs to follow the count: how the rule works, each step, and a sentence for each person. */
export function electionBlocks(outcome: ElectionDecided, words: SheetWords): readonly Block[] {
  const { t } = words;
  return [
    { kind: "heading", level: 2, text: t.steps },
    ...howItWorks(outcome, words),
    ...outcome.stages.flatMap((stage, at) => stepBlocks(outcome, stage, at, words)),
    ...everyStep(outcome, words),
    { kind: "heading", level: 2, text: t.whyTitle },
    { kind: "list", items: whyWords(outcome, words) },
  ];
}

function howItWorks({ rule, quota }: ElectionDecided, { t, f }: SheetWords): readonly Block[] {
  if (quota !== null) return [{ kind: "text", text: t.quota({ quota: f.number(quota) }) }];
  if (rule === "irv") return [{ kind: "text", text: t.majority }];
  if (rule === "supplementary_vote") return [{ kind: "text", text: t.majorityOfFirst }];
  return [{ kind: "text", text: rule === "schulze_winning_votes" ? t.pairs : t.most }];
}

/** Votes of the transferable vote come as text to five decimals, which are not cut. */
const shown = (votes: string | number, f: Format): string => (typeof votes === "string" ? votes : f.decimal(votes, 5));

/** The votes of each person in a step, by id; null where a step has none. */
function votesOf(stage: ElectionStage): Readonly<Record<string, string | number>> | null {
  switch (stage.kind) {
    case "transferable":
    case "round":
    case "first-preferences":
      return stage.votes;
    case "second-preferences":
      return stage.total;
    case "totals":
      return Object.fromEntries(Object.entries(stage.totals).map(([id, { value }]) => [id, value]));
    case "pairwise":
      return null;
  }
}

function stepBlocks(outcome: ElectionDecided, stage: ElectionStage, at: number, words: SheetWords): readonly Block[] {
  const { t, f } = words;
  if (stage.kind === "pairwise") return pairBlocks(stage, words);
  const votes = votesOf(stage) ?? {};
  const before = at === 0 ? null : votesOf(defined(outcome.stages[at - 1]));
  // Who went out in an earlier step has nothing here, and had nothing to lose.
  const ids = Object.keys(votes)
    .filter((id) => before === null || Number(votes[id]) > 0 || Number(before[id] ?? 0) > 0)
    .sort((a, b) => Number(votes[b]) - Number(votes[a]));
  const most = Math.max(1, ...ids.map((id) => Number(votes[id])));
  const note = (id: string): string => {
    const change = before?.[id] === undefined ? 0 : Number(votes[id]) - Number(before[id]);
    return Math.abs(change) < 0.000_005 ? "" : `${change > 0 ? "+" : "−"}${f.decimal(Math.abs(change), 5)}`;
  };
  return [
    { kind: "heading", level: 3, text: outcome.stages.length === 1 ? sentence(stepName(outcome, stage, words)) : t.step({ number: f.number(at + 1), what: stepName(outcome, stage, words) }) },
    ...stepWords(stage, words).map((text): Block => ({ kind: "text", text })),
    {
      kind: "bars",
      caption: t.votes,
      headers: { name: t.candidate, value: t.votes, plot: t.plot },
      rows: ids.map((id) => ({ name: words.name(id), note: note(id), value: shown(defined(votes[id]), f), percent: (100 * Number(votes[id])) / most, elected: outcome.winners.includes(id) })),
    },
  ];
}

/** A step that is the only one stands by itself as a heading. */
const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function stepName({ rule }: ElectionDecided, stage: Exclude<ElectionStage, { kind: "pairwise" }>, { t, name }: SheetWords): string {
  switch (stage.kind) {
    case "transferable":
      if (stage.candidate === null) return t.first;
      return stage.action === "exclude" ? t.out({ name: name(stage.candidate) }) : t.surplus({ name: name(stage.candidate) });
    case "round":
      return t.round;
    case "first-preferences":
      return t.first;
    case "second-preferences":
      return t.second;
    case "totals":
      return rule.startsWith("borda") ? t.totals.borda : rule in t.totals ? t.totals[rule as keyof typeof t.totals] : t.totals.fptp;
  }
}

/** What happened in a step, as sentences. */
function stepWords(stage: ElectionStage, { t, f, name }: SheetWords): readonly string[] {
  const names = (ids: readonly string[]): string => f.list(ids.map(name));
  switch (stage.kind) {
    case "transferable":
      return [
        ...(stage.elected.length > 0 ? [t.elected({ names: names(stage.elected) })] : []),
        ...(stage.electedToFill.length > 0 ? [t.toFill({ names: names(stage.electedToFill) })] : []),
        ...(Number(stage.nonTransferable) > 0 ? [t.nonTransferable({ votes: stage.nonTransferable })] : []),
      ];
    case "round":
      return [...(stage.excluded === null ? [] : [`${capital(t.out({ name: name(stage.excluded) }))}.`]), ...(stage.exhausted > 0 ? [t.exhausted({ votes: f.number(stage.exhausted) })] : [])];
    case "second-preferences":
      return stage.unused > 0 ? [t.unused({ votes: f.number(stage.unused) })] : [];
    default:
      return [];
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function pairBlocks(stage: Extract<ElectionStage, { kind: "pairwise" }>, { t, f, name }: SheetWords): readonly Block[] {
  // Numbered, so that the columns stay narrow.
  const names = stage.candidates.map((id, at) => `${f.number(at + 1)}. ${name(id)}`);
  const matrix = (caption: string, values: readonly (readonly number[])[]): Block => ({
    kind: "table",
    caption,
    columns: [t.candidate, ...names.map((_, at) => f.number(at + 1))],
    rows: values.map((row, a) => [defined(names[a]), ...row.map((value, b) => (a === b ? "–" : f.number(value)))]),
  });
  return [
    ...(stage.condorcetWinner === null ? [{ kind: "text", text: t.cycle } as const] : []),
    matrix(t.preferred, stage.preferred),
    { kind: "text", text: t.preferredNote },
    matrix(t.strength, stage.strength),
  ];
}

/** All steps beside each other, where there are several. */
function everyStep({ stages }: ElectionDecided, { t, f, name }: SheetWords): readonly Block[] {
  const columns = stages.map(votesOf).filter((votes) => votes !== null);
  if (columns.length < 2) return [];
  return [{ kind: "table", caption: t.all, columns: [t.candidate, ...columns.map((_, at) => f.number(at + 1))], rows: Object.keys(defined(columns[0])).map((id) => [name(id), ...columns.map((votes) => (votes[id] === undefined ? t.notThere : shown(votes[id], f)))]) }];
}

/** A sentence for each person, those elected first. */
function whyWords(outcome: ElectionDecided, words: SheetWords): readonly string[] {
  const all = outcome.order ?? Object.keys(votesOf(defined(outcome.stages.at(-1))) ?? {});
  const ids = [...outcome.winners, ...all.filter((id) => !outcome.winners.includes(id))];
  return ids.map((id) => why(outcome, id, words));
}

function why(outcome: ElectionDecided, id: string, words: SheetWords): string {
  const { t, f, name } = words;
  const last = defined(outcome.stages.at(-1));
  const who = { name: name(id) };
  switch (last.kind) {
    case "transferable":
      return whyTransferred(outcome, id, words);
    case "round": {
      const out = outcome.stages.findIndex((stage) => stage.kind === "round" && stage.excluded === id);
      if (out >= 0) return t.why.excluded({ ...who, votes: shown(defined(votesOf(defined(outcome.stages[out]))?.[id]), f), step: f.number(out + 1) });
      const votes = defined(last.votes[id]);
      return outcome.winners[0] === id ? t.why.majority({ ...who, votes: f.number(votes), all: f.number(outcome.metrics.valid - last.exhausted) }) : t.why.finalRound({ ...who, votes: f.number(votes) });
    }
    case "first-preferences": {
      const votes = defined(last.votes[id]);
      return 2 * votes > outcome.metrics.valid ? t.why.firstMajority({ ...who, votes: f.number(votes), all: f.number(outcome.metrics.valid) }) : t.why.notFinalist({ ...who, first: f.number(votes) });
    }
    case "second-preferences": {
      const [opening] = outcome.stages;
      const first = opening?.kind === "first-preferences" ? defined(opening.votes[id]) : 0;
      if (!last.finalists.includes(id)) return t.why.notFinalist({ ...who, first: f.number(first) });
      return t.why.finalist({ ...who, first: f.number(first), second: f.number(defined(last.second[id])), total: f.number(defined(last.total[id])) });
    }
    case "totals": {
      const place = outcome.order?.indexOf(id) ?? outcome.winners.indexOf(id);
      return t.why.place({ ...who, total: f.decimal(defined(last.totals[id]).value, 5), place: f.number(place + 1) });
    }
    case "pairwise": {
      if (last.condorcetWinner === id) return t.why.beatsAll(who);
      const me = last.candidates.indexOf(id);
      const beaters = last.candidates.filter((_, other) => defined(last.strength[other]?.[me]) > defined(last.strength[me]?.[other]));
      return beaters.length === 0 ? t.why.unbeaten(who) : t.why.beatenBy({ ...who, names: f.list(beaters.map(name)) });
    }
  }
}

function whyTransferred({ stages, quota }: ElectionDecided, id: string, { t, f, name }: SheetWords): string {
  const found = (is: (stage: Extract<ElectionStage, { kind: "transferable" }>) => boolean): number => stages.findIndex((stage) => stage.kind === "transferable" && is(stage));
  const votesAt = (at: number): string => String(votesOf(defined(stages[at]))?.[id]);
  const step = (at: number): string => f.number(at + 1);
  const reached = found(({ elected }) => elected.includes(id));
  if (reached >= 0) return t.why.reachedQuota({ name: name(id), votes: votesAt(reached), step: step(reached), quota: f.number(quota ?? 0) });
  const filled = found(({ electedToFill }) => electedToFill.includes(id));
  if (filled >= 0) return t.why.filled({ name: name(id), votes: votesAt(filled), step: step(filled) });
  const out = found(({ action, candidate }) => action === "exclude" && candidate === id);
  if (out > 0) return t.why.excluded({ name: name(id), votes: votesAt(out - 1), step: step(out) });
  return t.why.leftOver({ name: name(id), votes: votesAt(stages.length - 1) });
}
