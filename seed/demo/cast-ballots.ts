import { createHash } from "node:crypto";
import type { AnyScope } from "#domain/councils/scope.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll, listPollOptions } from "#features/voting/polls/queries.ts";
import { now } from "#platform/clock.ts";
import { castInBulk, type BulkVoter } from "#seed/cast-in-bulk.ts";
import { somePostcode } from "./lay-ground.ts";

/** A number from 0 to 1 that is the same each time for the same words: the demo is the same on every machine. */
const steady = (...words: readonly (string | number)[]): number => createHash("sha256").update(words.join("/")).digest().readUInt32BE(0) / 2 ** 32;

/** Few enough that the clock is looked at between them. */
const AT_ONCE = 60;

/**
 * So many made-up residents of one district vote, each found eligible by the real command. Three kinds of
 * people live there, who like different projects; all of them like those whose English title is in `liked`.
 */
export async function castBallots(scope: AnyScope, { pollId, district, voters, liked = [] }: { readonly pollId: string; readonly district: string; readonly voters: number; readonly liked?: readonly string[] }): Promise<void> {
  const poll = await getPoll(scope, pollId);
  const options = await listPollOptions(scope, pollId);
  // A slow machine may not get through them all before the poll closes: then fewer have voted.
  const lastMoment = (poll.closesAt?.getTime() ?? Infinity) - 3_000;
  let found: BulkVoter[] = [];
  for (let voter = 0; voter < voters && now().getTime() < lastMoment; voter++) {
    const email = `resident-${voter}@${district.toLowerCase()}.example`;
    const { token } = await issueByEmail(scope, {
      polls: [{ pollId, electorateId: poll.electorateId }],
      email,
      age: 11 + Math.floor(steady("age", district, voter) * 75),
      postcode: somePostcode(district, voter),
    });
    if (token === null) throw new Error("A demo resident was found not eligible");
    const kind = Math.floor(steady("kind", district, voter) * 3);
    let left = poll.ballotKind === "knapsack" ? (poll.budgetPence ?? 0) : Infinity;
    const choices = [...options]
      .sort((one, other) => steady(voter, one.number) - steady(voter, other.number))
      .filter(({ number, costPence, title }) => {
        const taste = steady("taste", district, kind, number) * 0.7 + (liked.includes(title.en) ? 0.35 : 0.05);
        if (taste <= steady("mind", district, voter, number) || (costPence ?? 0) > left) return false;
        left -= costPence ?? 0;
        return true;
      })
      .map(({ number }) => number);
    const [favourite] = options;
    found.push({ name: email, token, vote: { choices: choices.length > 0 || !favourite ? choices : [favourite.number] } });
    if (found.length === AT_ONCE) {
      await castInBulk(pollId, found);
      found = [];
    }
  }
  await castInBulk(pollId, found);
}
