import { eq, sql } from "drizzle-orm";
import { pots } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import { judgePot, type PotLimits } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import { createPoll } from "#features/voting/polls/create-poll.ts";
import { pollOf } from "./pot-poll.ts";

export interface PotInput extends PotLimits {
  readonly name: BilingualText;
  /** The area whose residents decide; null for the whole council. */
  readonly areaId: string | null;
  /** What its projects are for, such as young people; anything where it is not told. */
  readonly theme?: BilingualText;
}

/** A pot with its poll, after the pots there are. `id` is the form's one-use number, so a form sent twice makes one pot. */
export async function openPot(
  tx: Transaction,
  scope: AnyScope,
  { id, programmeId, rules, pot, ringFencedFrom = null }: { readonly id: string; readonly programmeId: string; readonly rules: BallotRules; readonly pot: PotInput; readonly ringFencedFrom?: string | null },
): Promise<Result<{ readonly potId: string }, readonly Fault[]>> {
  const faults = judgePot(pot);
  if (faults.length > 0) return err(faults);
  const there = await tx.select({ id: pots.id, slug: pots.slug, position: sql<number>`${pots.position}` }).from(pots).where(eq(pots.programmeId, programmeId));
  if (there.some((each) => each.id === id)) return ok({ potId: id });
  const pollId = await createPoll(tx, scope, pollOf(rules, pot));
  const slug = unusedSlug(slugOf(pot.name.en || pot.name.cy, "pot"), there.map((each) => each.slug));
  const position = Math.max(0, ...there.map((each) => each.position)) + 1;
  await tx.insert(pots).values({ id, councilId: scope.council.id, programmeId, slug, ...potColumns(pot), ringFencedFrom, pollId, position });
  return ok({ potId: id });
}

/** The columns that an officer writes. */
export const potColumns = ({ name, areaId, theme, amountPence, minProjectPence, maxProjectPence }: PotInput) => ({
  nameEn: name.en,
  nameCy: name.cy,
  areaId,
  themeEn: theme?.en ?? "",
  themeCy: theme?.cy ?? "",
  amountPence,
  minProjectPence,
  maxProjectPence,
});
