import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import type { BallotTable } from "#domain/voting/counting/ballot-table.ts";
import { BallotCollector, type BudgetBallot } from "#domain/voting/counting/count.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import { readPabulib, type PabulibFile } from "#domain/voting/files/pabulib.ts";
import { limitBallots } from "#domain/voting/what-if/limit-ballots.ts";
import { simulatedBallots } from "#domain/voting/what-if/simulated-ballots.ts";
import { findDownload } from "../results/queries.ts";
import { listEarlierPolls } from "./queries.ts";
import type { ProjectToTry, WhatIfAsked, WhatIfRefusal } from "./what-if-run.ts";

/** More marks on all ballots together would take more memory than one attempt may. */
const MOST_MARKS = 5_000_000;

export interface BallotsToTry {
  readonly projects: readonly ProjectToTry[];
  readonly table: BallotTable;
}

export interface WhatIfRefused {
  readonly code: WhatIfRefusal;
  readonly faults?: readonly FileFault[];
}

interface Source {
  readonly projects: readonly ProjectToTry[];
  readonly ballots: Iterable<BudgetBallot>;
}

/** The ballots asked for, within the limit asked for, over the projects they are about: made-up ones over the vote's, others over their own. */
export async function ballotsToTry(scope: SystemScope, asked: WhatIfAsked, file: Uint8Array | null, mostMarks = MOST_MARKS): Promise<Result<BallotsToTry, WhatIfRefused>> {
  const source = await sourceOf(scope, asked, file);
  if (!source.ok) return source;
  const { projects, ballots } = source.value;
  const { maxChoices, seed } = asked.input;
  const collector = new BallotCollector(projects.map(({ costPence }, at) => ({ id: String(at + 1), cost: costPence })));
  let marks = 0;
  for (const ballot of maxChoices === null ? ballots : limitBallots(ballots, maxChoices, seed)) {
    marks += ballot.choices.length;
    if (marks > mostMarks) return err({ code: "too-many-marks" });
    collector.add(ballot);
  }
  return ok({ projects, table: collector.table() });
}

async function sourceOf(scope: SystemScope, { vote, input }: WhatIfAsked, file: Uint8Array | null): Promise<Result<Source, WhatIfRefused>> {
  switch (input.source) {
    case "simulated": {
      const { projects, minChoices, maxChoices } = vote;
      const ballots = simulatedBallots({
        seed: input.seed,
        voters: input.voters,
        ballotKind: vote.ballotKind,
        minChoices: input.minChoices ?? minChoices,
        maxChoices: input.maxChoices ?? maxChoices,
        costs: projects.map(({ costPence }) => costPence),
        budgetPence: input.budgetPence,
      });
      return ok({ projects, ballots });
    }
    case "file":
      return file === null ? err({ code: "no-file" }) : sourceOfFile(file);
    case "earlier": {
      const known = (await listEarlierPolls(scope)).find(({ id }) => id === input.earlier);
      const published = known && (await findDownload(scope, known.id, "votes.pb"));
      return published ? sourceOfFile(await published.read()) : err({ code: "no-earlier-vote" });
    }
  }
}

async function sourceOfFile(bytes: Uint8Array): Promise<Result<Source, WhatIfRefused>> {
  const read = await readPabulib(inOnePiece(bytes));
  if (!read.ok) return err({ code: "file-has-faults", faults: read.error });
  const { projects, moneyScale } = read.value;
  if (moneyScale > 100) return err({ code: "amounts-too-fine" });
  const toTry = projects.map(({ id, name, cost }): ProjectToTry => ({ title: { en: name || id, cy: "" }, costPence: cost * (100 / moneyScale) }));
  return ok({ projects: toTry, ballots: byPlace(read.value) });
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The ballots with each project named by its place on the file's list. */
function* byPlace({ projects, ballots }: PabulibFile): Generator<BudgetBallot> {
  const place = new Map(projects.map(({ id }, at) => [id, String(at + 1)]));
  for (const { choices } of ballots) yield { choices: choices.map(({ projectId, points }) => ({ projectId: place.get(projectId) ?? "", points })) };
}
