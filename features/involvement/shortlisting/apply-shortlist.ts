import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { ballotCost, clashes } from "#domain/budgeting/feasibility.ts";
import type { PassedOver } from "#domain/budgeting/shortlist.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { listAllReviews, listExclusions } from "#features/budgeting/feasibility/queries.ts";
import { stepIdea } from "#features/budgeting/ideas/move-idea.ts";
import { putIdeaOnBallot } from "#features/budgeting/ideas/put-on-ballot.ts";
import { editDraft } from "#features/involvement/drafting/edit-draft.ts";
import { unsign } from "#features/involvement/drafting/unsign.ts";
import { messages } from "#i18n/messages.ts";

export interface ShortlistToApply {
  readonly engagementId: string;
  /** Each proposal chosen, with the pot on whose ballot it goes. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Each proposal passed over, with why. */
  readonly passedOver: ReadonlyMap<string, PassedOver>;
}

/**
 * Puts what was chosen on the draft ballots, at the most it may cost, and passes over the rest with a reason that everybody reads; their
 * authors and supporters are told. All of it or, where one part is wrong, none. Sent again it does what is left.
 */
export async function applyShortlist(scope: ActorScope, { engagementId, chosen, passedOver }: ShortlistToApply): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  try {
    return await editDraft(scope, { engagementId, seen: "" }, { act: "programme.shortlisted", part: () => null, detail: { chosen: chosen.size, passedOver: passedOver.size } }, async (tx, vote) => {
      const proposals = new Map((await listAllReviews(scope, vote.programme.id, tx)).map((proposal) => [proposal.ideaId, proposal]));
      const onBallot = [...proposals.values()].filter(({ state }) => state === "on-ballot").map(({ ideaId }) => ideaId);
      const [clash] = clashes(new Set([...chosen.keys(), ...onBallot]), await listExclusions(scope, vote.programme.id, tx));
      const numberOf = (ideaId: string) => proposals.get(ideaId)?.number ?? 0;
      if (clash) return err([{ field: "", code: "both-excluded", params: { one: numberOf(clash.ideaId), other: numberOf(clash.otherId) } }]);
      for (const [ideaId, potId] of chosen) {
        const proposal = proposals.get(ideaId);
        if (proposal === undefined || proposal.state === "on-ballot") continue;
        const pot = vote.programme.pots.find(({ id }) => id === potId);
        const costPence = ballotCost(proposal);
        if (pot === undefined) throw new NotApplied([{ field: `pot-${ideaId}`, code: "choose-one" }]);
        if (costPence === null) throw new NotApplied([{ field: `pot-${ideaId}`, code: "not-costed" }]);
        const put = await putIdeaOnBallot(tx, scope, { ideaId, pot, costPence });
        if (!put.ok) throw new NotApplied(put.error.map((fault) => ({ ...fault, field: `pot-${ideaId}` })));
      }
      for (const [ideaId, why] of passedOver) {
        const state = proposals.get(ideaId)?.state;
        if (state !== "proposal" && state !== "feasible" && state !== "shortlisted") continue;
        const moved = await stepIdea(tx, scope, { ideaId, act: "pass-over", reason: reasonOf(why) });
        if (!moved.ok) throw new NotApplied([{ field: "", code: moved.error }]);
      }
      if (chosen.size > 0) await unsign(tx, vote, ["both-languages"]);
      return ok();
    });
  } catch (fault) {
    if (fault instanceof NotApplied) return err(fault.faults);
    throw fault;
  }
}

const reasonOf = (why: PassedOver): BilingualText => ({ en: messages("en").shortlisting.reasons[why], cy: messages("cy").shortlisting.reasons[why] });

/** Thrown so that the transaction is undone: some proposals were moved before one refused. */
class NotApplied extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super("A shortlist was not applied");
    this.faults = faults;
  }
}
