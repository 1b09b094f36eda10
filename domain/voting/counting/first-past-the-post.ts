/**
 * First past the post: most first preferences wins; with several places, the candidates with most.
 * Source: Representation of the People Act 1983, Schedule 1, rule 18 (the poll) and rule 49 (lots).
 */
import { fraction, type Fraction } from "#domain/basics/fraction.ts";
import { votesAmong, type RankingTable } from "./ranking-table.ts";

export function firstPreferences(table: RankingTable): Fraction[] {
  return votesAmong(table, new Array<boolean>(table.candidates).fill(true)).votes.map((votes) => fraction(BigInt(votes)));
}
