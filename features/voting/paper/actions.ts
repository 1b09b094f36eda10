import type { TypedValues } from "#domain/basics/fault.ts";
import { err, ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { enterCode } from "#features/voting/access-codes/actions.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { beginPass, finishPass } from "./begin-pass.ts";
import { cancelPaper as cancel } from "./cancel-paper.ts";
import { decidePaper as decide } from "./decide-paper.ts";
import { accountInput, assistInput, cancelInput, decideInput, endAssistInput, finishInput, keyPaperInput, printBatchInput, signInput, type PaperOnForm } from "./input.ts";
import { issuePaperForPass } from "./issue-paper.ts";
import { keyPaper as key } from "./key-paper.ts";
import { beginAssistance, endAssistance } from "./log-assistance.ts";
import { printBatch } from "./print-batch.ts";
import { countersignBatch, signBatch } from "./sign-batch.ts";
import { writeAccount as write } from "./write-account.ts";

const nothing = (_: TypedValues) => ok();

/** For the poll of a page's address. */
export const printPapers = (pollId: string) =>
  action({ input: printBatchInput, run: (scope: ActorScope, input) => printBatch(scope, { pollId, ...input }), beside: { "place-closed": "place", "numbers-used-up": "size" } });

/** For the batch of a page's address, as all that follow. */
export const writeAccount = (batchId: string) => action({ input: accountInput, run: (scope: ActorScope, account) => write(scope, { batchId, ...account }) });
export const cancelPaper = (batchId: string) =>
  action({
    input: cancelInput,
    run: (scope: ActorScope, { paper }) => cancel(scope, { batchId, paper }),
    beside: { "not-a-number": "paper", mistyped: "paper", "other-batch": "paper", "already-cancelled": "paper" },
  });

interface HandOut {
  readonly scope: ActorScope;
  readonly batchId: string;
  /** The vote the code is for. */
  readonly voteId: string;
  readonly network: string | null;
}

/** Hands out a paper to the holder of a voting code, who then cannot vote another way. */
export async function handOutForCode({ scope, batchId, voteId, network }: HandOut, values: TypedValues): ActionAnswer<void> {
  const entered = await enterCode({ scope, voteId, tokens: new Map(), network, asking: null }, values);
  const refused = (code: string) => err({ values, faults: [{ field: "code", code }] });
  if (!entered.ok) return "faults" in entered.error ? err(entered.error) : refused(`code-${entered.error.code}`);
  if (entered.value.token === null) return refused("code-used");
  const issued = await issuePaperForPass(scope, { batchId, token: entered.value.token });
  return issued.ok ? issued : refused(issued.error);
}

export const takePass = (batchId: string) => action({ input: nothing, run: (scope: ActorScope) => beginPass(scope, { batchId }) });
export const endPass = (batchId: string) => action({ input: finishInput, run: (scope: ActorScope, { sure }) => finishPass(scope, { batchId, sure }), beside: { "other-number": "sure" } });
export const keyPaper = (batchId: string, paper: PaperOnForm) => action({ input: keyPaperInput(paper, batchId), run: (scope: ActorScope, input) => key(scope, input) });
export const decidePaper = (batchId: string, number: number, paper: PaperOnForm) => action({ input: decideInput(paper, batchId, number), run: (scope: ActorScope, input) => decide(scope, input) });
export const sign = (batchId: string) => action({ input: signInput, run: (scope: ActorScope, { reason }) => signBatch(scope, { batchId, reason }), beside: { "reason-needed": "reason" } });
export const countersign = (batchId: string) => action({ input: nothing, run: (scope: ActorScope) => countersignBatch(scope, { batchId }) });

export const beginToAssist = (pollId: string) => action({ input: assistInput, run: (scope: ActorScope, { way }) => beginAssistance(scope, { pollId, way }) });
export const endToAssist = action({ input: endAssistInput, run: (scope: ActorScope, { assisted, outcome }) => endAssistance(scope, { id: assisted, outcome }) });
