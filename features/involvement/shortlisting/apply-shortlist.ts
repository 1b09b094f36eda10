import { eq } from "drizzle-orm";
import { ideaReviews } from "#db/schema/budgeting/feasibility.ts";
import { shortlists } from "#db/schema/budgeting/shortlists.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { ballotCost, clashes, type Grade } from "#domain/budgeting/feasibility.ts";
import { departuresFrom, type PassedOver, type ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { listAllReviews, listExclusions, listVersions } from "#features/budgeting/feasibility/queries.ts";
import { stepIdea } from "#features/budgeting/ideas/move-idea.ts";
import { putIdeaOnBallot } from "#features/budgeting/ideas/put-on-ballot.ts";
import { editDraft } from "#features/involvement/drafting/edit-draft.ts";
import { unsign } from "#features/involvement/drafting/unsign.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { suggestShortlist } from "./suggest-shortlist.ts";

/** On whose ballot a proposal goes, and which of its versions; as it was costed where none is named. */
export interface ChosenProposal {
  readonly potId: string;
  readonly grade: Grade | null;
}

export interface ShortlistToApply {
  readonly engagementId: string;
  /** What the officer was shown a suggestion by; published. */
  readonly criteria: ShortlistCriteria;
  /** By proposal. */
  readonly chosen: ReadonlyMap<string, ChosenProposal>;
  /** Why officers decide otherwise than the criteria say, for everybody; needed where they do. */
  readonly departure: BilingualText;
}

/**
 * Puts what was chosen on the draft ballots, at the most it or its version may cost, and passes over the rest that can be done; their
 * authors and supporters are told. The reason is that of the criteria, or the officers' own where they decide otherwise; it and the
 * criteria are published. All of it or, where one part is wrong, none. Sent again it does what is left.
 */
export async function applyShortlist(scope: ActorScope, { engagementId, criteria, chosen, departure }: ShortlistToApply): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  try {
    return await editDraft(scope, { engagementId, seen: "" }, { act: "programme.shortlisted", part: () => null, detail: { chosen: chosen.size, ...criteria } }, async (tx, vote): Promise<Result<void, readonly Fault[]>> => {
      const programmeId = vote.programme.id;
      const all = await listAllReviews(scope, programmeId, tx);
      const exclusions = await listExclusions(scope, programmeId, tx);
      const versions = await listVersions(scope, programmeId, tx);
      const proposals = new Map(all.map((proposal) => [proposal.ideaId, proposal]));
      const onBallot = all.filter(({ state }) => state === "on-ballot").map(({ ideaId }) => ideaId);
      const [clash] = clashes(new Set([...chosen.keys(), ...onBallot]), exclusions);
      const numberOf = (ideaId: string) => proposals.get(ideaId)?.number ?? 0;
      if (clash) return err([{ field: "", code: "both-excluded", params: { one: numberOf(clash.ideaId), other: numberOf(clash.otherId) } }]);

      const suggested = suggestShortlist(all, exclusions, versions, criteria);
      const passed = suggested.open.filter(({ ideaId, standing }) => standing === "feasible" && !chosen.has(ideaId));
      const departed = departuresFrom(suggested, new Set(chosen.keys()));
      const missing = [...(departure.en === "" ? ["departureEn"] : []), ...(scope.council.welsh && departure.cy === "" ? ["departureCy"] : [])];
      if (departed.length > 0 && missing.length > 0) return err(missing.map((field) => ({ field, code: "departure-needed", params: { numbers: departed.map(numberOf).sort((a, b) => a - b).join(", ") } })));

      let put = 0;
      for (const [ideaId, { potId, grade }] of chosen) {
        const proposal = proposals.get(ideaId);
        if (proposal === undefined || proposal.state === "on-ballot") continue;
        const pot = vote.programme.pots.find(({ id }) => id === potId);
        const version = (versions.get(ideaId) ?? []).find((each) => each.grade === grade) ?? null;
        const costPence = ballotCost(proposal, version);
        if (pot === undefined) throw new NotApplied([{ field: `pot-${ideaId}`, code: "choose-one" }]);
        if (grade !== null && version === null) throw new NotApplied([{ field: `version-${ideaId}`, code: "no-such-version" }]);
        if (costPence === null) throw new NotApplied([{ field: `pot-${ideaId}`, code: "not-costed" }]);
        const added = await putIdeaOnBallot(tx, scope, { ideaId, pot, costPence, version: version?.what ?? null });
        if (!added.ok) throw new NotApplied(added.error.map((fault) => ({ ...fault, field: `pot-${ideaId}` })));
        await tx.update(ideaReviews).set({ ballotGrade: grade }).where(eq(ideaReviews.ideaId, ideaId));
        put += 1;
      }
      for (const { ideaId } of passed) {
        const why = suggested.passedOver.get(ideaId)?.why;
        const moved = await stepIdea(tx, scope, { ideaId, act: "pass-over", reason: why === undefined ? departure : reasonOf(why) });
        if (!moved.ok) throw new NotApplied([{ field: "", code: moved.error }]);
      }
      if (put + passed.length > 0) {
        const { en: departureEn, cy: departureCy } = departed.length > 0 ? departure : { en: "", cy: "" };
        await tx.insert(shortlists).values({ councilId: scope.council.id, programmeId, ...criteria, departed: [...departed], departureEn, departureCy, decidedAt: now(), decidedBy: scope.actor.personId });
      }
      if (chosen.size > 0) await unsign(tx, vote, ["both-languages"]);
      await renewPages(tx, scope.council.slug);
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
