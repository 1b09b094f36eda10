import { formInput } from "#domain/basics/form-input.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { z } from "zod";
import { closeElection } from "./close-election.ts";
import { createElection } from "./create-election.ts";
import { declareUncontested } from "./declare-uncontested.ts";
import { giveNotice } from "./give-notice.ts";
import { closeElectionInput, createElectionInput, declareUncontestedInput, drawLotInput, setUpInput } from "./input.ts";
import { publishPapers } from "./publish-papers.ts";
import { setUpElection } from "./set-up-election.ts";
import type { TypedValues } from "#domain/basics/fault.ts";

export interface AtElection {
  readonly scope: ActorScope;
  readonly engagementId: string;
  readonly electionId: string;
}

const nothing = formInput(z.object({}));

export const create = action({ input: createElectionInput, run: (scope: ActorScope, input) => createElection(scope, input) });
export const setUp = action({ input: setUpInput, run: ({ scope, engagementId }: AtElection, input) => setUpElection(scope, { engagementId, ...input }) });

/** What an officer may do at an election's own page, by the name of the form. */
export const ELECTION_ACTS: Readonly<Record<string, (at: AtElection, values: TypedValues) => ActionAnswer<unknown>>> = {
  notice: action({ input: nothing, run: ({ scope, engagementId }: AtElection) => giveNotice(scope, engagementId) }),
  lot: action({ input: drawLotInput, run: ({ scope, electionId }: AtElection, input) => drawLot(scope, { electionId, ...input }) }),
  uncontested: action({ input: declareUncontestedInput, run: ({ scope, engagementId }: AtElection, input) => declareUncontested(scope, { engagementId, ...input }) }),
  print: action({ input: nothing, run: ({ scope, engagementId }: AtElection) => publishPapers(scope, engagementId) }),
  close: action({ input: closeElectionInput, run: ({ scope, engagementId }: AtElection, input) => closeElection(scope, { engagementId, ...input }), beside: { "still-open": "earlyBecause" } }),
};
