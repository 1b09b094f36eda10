import { inTransaction } from "#db/client.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

export type AnswerFileForm = "csv" | "xlsx" | "ods" | "json" | "geojson";

/** Records that an officer takes a file of all answers, which holds what people wrote and who they are. Before the file is begun. */
export function takeAnswers(scope: ActorScope, consultationId: string, form: AnswerFileForm): Promise<void> {
  authorise(scope, "consultation.analyse", undefined);
  return inTransaction((tx) => record(tx, scope, { act: "answers.downloaded", thing: { kind: "consultation", id: consultationId }, detail: { form } }));
}
