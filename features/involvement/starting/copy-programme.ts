import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { inLondon, londonInstant } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { phasesYearLater, yearLater } from "#domain/budgeting/phase.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changePot } from "#features/budgeting/pots/change-pot.ts";
import { openPot } from "#features/budgeting/pots/open-pot.ts";
import { setFunders } from "#features/budgeting/pots/set-funders.ts";
import { getProgramme, wholeOf } from "#features/budgeting/programmes/queries.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { coverAreas } from "#features/involvement/drafting/cover-areas.ts";
import { beginVote, type CreatedVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export interface CopyProgramme {
  /** The form's one-use number; becomes the engagement's id. */
  readonly once: string;
  /** The engagement it is copied from. */
  readonly from: string;
  readonly title: BilingualText;
}

/**
 * Begins next year's programme out of an earlier one: its texts, pots with their limits, themes, ring-fences and funders, its rules, and its
 * phases and times a year later. Nothing that belongs to people comes along: no ideas or projects, no roll, no signatures, no ballots.
 */
export async function copyProgramme(scope: ActorScope, { once, from, title }: CopyProgramme): Promise<Result<CreatedVote, readonly Fault[]>> {
  try {
    return await inTransaction(async (tx) => {
      const source = await getVoteForOfficers(scope, from, tx);
      const [first, ...others] = source.programme.pots;
      if (first === undefined) throw new Error(`Programme ${source.programme.id} has no pot`);
      const rules = { ...source.programme.ballot, electorate: { ...source.programme.ballot.electorate, rollId: null } };
      const begun = await beginVote(tx, scope, { once, title, topic: source.topic, amountPence: first.amountPence, areaId: first.areaId, ballot: rules });
      if (!begun.ok) return begun;
      const draft = await getVoteForOfficers(scope, begun.value.engagementId, tx);
      // The form sent twice: the second finds it done.
      if (draft.statutoryBasis !== "" || draft.programme.pots.length > 1 || draft.texts.decision.en !== "") return begun;

      const newIds = new Map([[first.id, draft.programme.pots[0]?.id ?? ""]]);
      const pot = draft.programme.pots[0];
      if (pot) orThrow(await changePot(tx, scope, { programme: draft.programme, pot, change: { ...first, theme: first.theme } }));
      for (const each of others) {
        const id = randomId();
        newIds.set(each.id, id);
        const ringFencedFrom = each.ringFencedFrom === null ? null : (newIds.get(each.ringFencedFrom) ?? null);
        orThrow(await openPot(tx, scope, { id, programmeId: draft.programme.id, rules, pot: each, ringFencedFrom }));
      }
      const copied = await getProgramme(scope, draft.programme.id, tx);
      for (const each of source.programme.pots) {
        const own = copied.pots.find(({ id }) => id === newIds.get(each.id));
        if (own && each.funders.length > 0 && each.ringFencedFrom === null)
          orThrow(await setFunders(tx, scope, { programme: copied, pot: own, wholePence: wholeOf(source.programme, each), funders: each.funders }));
      }
      await coverAreas(tx, draft);
      orThrow(await setPhases(tx, scope, { programmeId: draft.programme.id, phases: phasesYearLater(source.programme.phases), now: now() }));
      const later = (at: Date | null): Date | null => {
        if (at === null) return null;
        const { day, time } = inLondon(at);
        return londonInstant(yearLater(day), time);
      };
      const { summary, decision, decidedBy, affected } = source.texts;
      await tx
        .update(engagements)
        .set({
          level: source.level,
          statutoryBasis: source.statutoryBasis,
          statute: source.statute,
          opensAt: later(source.opensAt),
          closesAt: later(source.closesAt),
          resultsAt: later(source.resultsAt),
          summaryEn: summary.en,
          summaryCy: summary.cy,
          decisionEn: decision.en,
          decisionCy: decision.cy,
          decidedByEn: decidedBy.en,
          decidedByCy: decidedBy.cy,
          affectedEn: affected.en,
          affectedCy: affected.cy,
        })
        .where(eq(engagements.id, draft.id));
      await record(tx, scope, { act: "programme.copied", thing: { kind: "engagement", id: draft.id }, detail: { from: source.id } });
      return ok(begun.value);
    });
  } catch (fault) {
    if (fault instanceof NotCopied) return err(fault.faults);
    throw fault;
  }
}

/** Thrown so that the transaction is undone: part of the copy was made before one part refused. */
class NotCopied extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super("A programme was not copied");
    this.faults = faults;
  }
}

function orThrow(outcome: Result<unknown, readonly Fault[]>): void {
  if (!outcome.ok) throw new NotCopied(outcome.error);
}
