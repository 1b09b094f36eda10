import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client.ts";
import { pollCounts } from "#db/schema/voting/results.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { listPollOptions } from "#features/voting/polls/queries.ts";

/** One count of the poll, with winners by their ids in the file. */
export interface CountMade {
  readonly rule: string;
  readonly official: boolean;
  readonly winners: readonly { readonly reference: string; readonly title: string; readonly costPence: number }[];
  readonly spentPence: number;
  readonly ballots: number;
}

/** The newest official count and those by other rules beside it. */
export async function countsMade(scope: AnyScope, pollId: string): Promise<readonly CountMade[]> {
  const options = new Map((await listPollOptions(scope, pollId)).map((option) => [option.number, option]));
  const rows = await database()
    .select()
    .from(pollCounts)
    .where(and(eq(pollCounts.councilId, scope.council.id), eq(pollCounts.pollId, pollId)))
    .orderBy(desc(pollCounts.official), desc(pollCounts.countedAt));
  const newest = rows.filter((row, at) => rows.findIndex(({ rule }) => rule === row.rule) === at);
  return newest.map(({ rule, official, winners, spentPence, ballotsCounted }) => ({
    rule,
    official,
    spentPence,
    ballots: ballotsCounted,
    winners: winners.flatMap((number) => {
      const option = options.get(number);
      return option ? [{ reference: option.reference, title: option.title.en, costPence: option.costPence ?? 0 }] : [];
    }),
  }));
}

const published = z.object({ results: z.array(z.object({ rule: z.string(), winners: z.array(z.string()) })) });

/** Winners by rule as published beside the file (`../pabulib-expected/NAME.json`); empty where nothing is. */
export function expectedWinners(file: string): ReadonlyMap<string, readonly string[]> {
  const name = path.basename(file).replace(/\.pb(\.gz)?$/, ".json");
  const beside = path.join(path.dirname(file), "..", "pabulib-expected", name);
  if (!existsSync(beside)) return new Map();
  return new Map(published.parse(JSON.parse(readFileSync(beside, "utf8"))).results.map(({ rule, winners }) => [rule, winners]));
}

/** Ids that one list has and the other has not. */
export function differs(made: readonly string[], expected: readonly string[]): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  return { missing: expected.filter((id) => !made.includes(id)), extra: made.filter((id) => !expected.includes(id)) };
}
