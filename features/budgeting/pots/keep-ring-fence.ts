import type { Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeRingFence } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PotForOfficers, ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { setAmount } from "./change-pot.ts";
import { openPot } from "./open-pot.ts";

/** A part of a pot that is kept for one theme. */
export interface RingFenceInput {
  readonly theme: BilingualText;
  readonly amountPence: number;
}

/**
 * Keeps part of a pot for one theme: a pot of its own with a ballot of its own, for the same people. What is kept can so be spent on
 * nothing else, by whatever rule it is counted. `id` is the form's one-use number.
 */
export async function keepRingFence(
  tx: Transaction,
  scope: AnyScope,
  { id, programme, pot, fence }: { readonly id: string; readonly programme: ProgrammeForOfficers; readonly pot: PotForOfficers; readonly fence: RingFenceInput },
): Promise<Result<{ readonly potId: string }, readonly Fault[]>> {
  if (programme.pots.some((each) => each.id === id)) return ok({ potId: id });
  if (pot.ringFencedFrom !== null) return err([{ field: "amountPence", code: "ring-fence-in-ring-fence" }]);
  const fault = judgeRingFence(fence.amountPence, pot, pot.projects.map(({ costPence }) => costPence));
  if (fault) return err([fault]);
  const name = { en: named(pot.name.en, fence.theme.en), cy: named(pot.name.cy, fence.theme.cy) };
  const opened = await openPot(tx, scope, {
    id,
    programmeId: programme.id,
    rules: programme.ballot,
    pot: { name, theme: fence.theme, areaId: pot.areaId, amountPence: fence.amountPence, minProjectPence: null, maxProjectPence: null },
    ringFencedFrom: pot.id,
  });
  if (!opened.ok) return opened;
  await setAmount(tx, scope, pot, pot.amountPence - fence.amountPence);
  return opened;
}

const named = (pot: string, theme: string): string => [pot, theme].filter((part) => part !== "").join(": ");
