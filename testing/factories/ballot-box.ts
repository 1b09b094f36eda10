import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { ballots } from "#db/schema/voting/ballot-box.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { randomKey, randomToken } from "#platform/random.ts";

export interface BallotsAlike {
  readonly times?: number;
  readonly choices: readonly number[];
  readonly points?: readonly number[];
  readonly areaId?: string;
}

/** Puts ballots in the box of a poll and as many marks on its roll, whatever the time; gives how many. */
export async function fillBox(scope: AnyScope, pollId: string, kinds: readonly BallotsAlike[]): Promise<number> {
  const each = kinds.flatMap((kind) => Array.from({ length: kind.times ?? 1 }, () => kind));
  for (let from = 0; from < each.length; from += 1_000) {
    const part = each.slice(from, from + 1_000);
    await database()
      .insert(ballots)
      .values(part.map(({ choices, points }) => ({ pollId, keyHash: randomKey(), version: 1, choices: [...choices], points: points ? [...points] : null, tracking: randomToken(9) })));
    await database()
      .insert(rollMarks)
      .values(part.map(({ areaId }) => ({ councilId: scope.council.id, pollId, voterHash: randomKey(), areaId: areaId ?? null, channel: "online" as const, markedOn: "2026-10-18" })));
  }
  return each.length;
}

/** Closes a poll before its time without a command, for tests of what comes after. */
export async function shut(pollId: string): Promise<void> {
  await database()
    .update(polls)
    .set({ state: "closed" })
    .where(sql`${polls.id} = ${pollId}`);
}
