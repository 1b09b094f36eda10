import { inTransaction } from "#db/client.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { lockTransfer } from "../load-transfer.ts";
import { noteStage, type NoteStageFault, type StageToNote } from "../note-stage.ts";
import { toJudge } from "../queries.ts";

/** An officer notes that an application has reached a stage. A decision is taken by `decideTransfer`, which notes what follows from it. */
export function reachStage(scope: ActorScope | SystemScope, slug: string, stage: StageToNote): Promise<Result<void, NoteStageFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    if (scope.kind === "actor") authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    // Before the people who decide it ends by their decision and its reasons, not by a note.
    if (row.stage === "decision" && stage.stage === "declined") return err("not-decided");
    return noteStage(tx, scope, row, stage);
  });
}
