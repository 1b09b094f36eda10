import { assertNever } from "#domain/basics/assert.ts";
import { err, type Result } from "#domain/basics/result.ts";
import { countElection } from "#domain/voting/counting/count-election.ts";
import { TooManySets } from "#domain/voting/counting/max-welfare.ts";
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { isBudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { PabulibFile } from "#domain/voting/files/pabulib.ts";
import { readArguments, USAGE, type CountArguments } from "./arguments.ts";
import { budgetInput, budgetJson, countBudget } from "./budget.ts";
import { electionInput, electionJson, officeInput } from "./election.ts";
import { readBallotFile, type BallotFile } from "./read-file.ts";
import { budgetSheet, electionSheet } from "./sheet.ts";

interface Printed {
  readonly json: Record<string, unknown>;
  readonly lines: readonly string[];
}

const lotsRequired = (rule: string, tied: readonly string[]): Printed => ({
  json: { rule, status: "lots-required", tied },
  lines: [`${rule}: lots are needed between ${tied.join(", ")}; count again with --set lot_order=first,second,...`],
});

function count({ file }: BallotFile & { kind: "budget" }, asked: CountArguments, report: (line: string) => void): Result<Printed, string[]> {
  if (asked.rule === "approval" || asked.rule === "score") return electByPoints(file, asked.rule, asked);
  if (!isBudgetRuleId(asked.rule)) return err([`${asked.rule} fills offices; this file is a budget vote`]);
  const input = budgetInput(file, asked.rule, asked.overrides);
  if (!input.ok) return input;
  const outcome = countBudget(input.value, () => performance.now(), report);
  if (outcome.status === "lots-required") return { ok: true, value: lotsRequired(asked.rule, outcome.tied) };
  const names = new Map(file.projects.map(({ id, name }) => [id, name]));
  const money = { budget: input.value.budget, moneyScale: input.value.moneyScale ?? 1, currency: file.meta["currency"] ?? "" };
  return { ok: true, value: { json: budgetJson(outcome, input.value), lines: budgetSheet(outcome, names, money) } };
}

function electByPoints(file: PabulibFile, rule: "approval" | "score", asked: CountArguments): Result<Printed, string[]> {
  const input = officeInput(file, rule, asked.overrides);
  if (!input.ok) return input;
  const outcome = countElection(input.value);
  if (outcome.status === "lots-required") return { ok: true, value: lotsRequired(rule, outcome.tied) };
  const names = new Map(file.projects.map(({ id, name }) => [id, name || id]));
  return { ok: true, value: { json: electionJson(outcome, input.value, false), lines: electionSheet(outcome, (id) => names.get(id) ?? id) } };
}

function elect({ file }: BallotFile & { kind: "election" }, asked: CountArguments): Result<Printed, string[]> {
  if (!isElectionRuleId(asked.rule)) return err([`${asked.rule} shares out money; this file is an election`]);
  const input = electionInput(file, asked.rule, asked.overrides);
  if (!input.ok) return input;
  const outcome = countElection(input.value);
  if (outcome.status === "lots-required") return { ok: true, value: lotsRequired(asked.rule, outcome.tied) };
  return { ok: true, value: { json: electionJson(outcome, input.value), lines: electionSheet(outcome, (id) => file.candidates[Number(id) - 1]?.name ?? id) } };
}

/** What the command prints, or one line for each thing that stands in the way. `report` hears of the progress of a long count. */
export async function runCount(given: readonly string[], report: (line: string) => void): Promise<Result<string, string[]>> {
  const asked = readArguments(given);
  if (!asked.ok) return err([...asked.error, USAGE]);
  const read = await readBallotFile(asked.value.file);
  if (!read.ok) return read;
  const printed = unlessTooMany(() => (read.value.kind === "budget" ? count(read.value, asked.value, report) : read.value.kind === "election" ? elect(read.value, asked.value) : assertNever(read.value)));
  if (!printed.ok) return printed;
  return { ok: true, value: asked.value.json ? JSON.stringify(printed.value.json) : printed.value.lines.join("\n") };
}

function unlessTooMany(count: () => Result<Printed, string[]>): Result<Printed, string[]> {
  try {
    return count();
  } catch (fault) {
    if (fault instanceof TooManySets) return err([fault.message]);
    throw fault;
  }
}
