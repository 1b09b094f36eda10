import { and, count, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseFiles } from "#db/schema/consultations/responses.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { FileAnswer } from "#domain/consultations/answer.ts";
import type { FileQuestion } from "#domain/consultations/survey.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { prepareFile, type PrepareFault } from "#features/consultations/sent-files/prepare-file.ts";
import { now } from "#platform/clock.ts";
import { plainName } from "#platform/files/plain-name.ts";
import { sha256 } from "#platform/keys.ts";
import { findResponse } from "./queries.ts";
import { saveAnswers } from "./save-answers.ts";

export interface FileToAttach {
  readonly consultationId: string;
  readonly key: string;
  readonly question: FileQuestion;
  readonly name: string;
  readonly content: Buffer;
}

export type AttachFault = PrepareFault | "too-many-files" | "gone" | "already-sent" | "not-open";

/** Keeps a file that was sent with an answer, as `prepareFile` makes it. The same file sent twice is kept once. */
export async function attachFile(scope: PublicScope, { consultationId, key, question, name, content }: FileToAttach): Promise<Result<FileAnswer, AttachFault>> {
  const ready = await prepareFile(content, question);
  if (!ready.ok) return ready;
  const { mediaType, bytes, scan } = ready.value;
  const kept = await inTransaction(async (tx): Promise<Result<FileAnswer, AttachFault>> => {
    const response = await findResponse(scope, consultationId, key, tx);
    if (response === null) return err("gone");
    if (response.state === "submitted") return err("already-sent");
    const own = and(eq(responseFiles.responseId, response.id), eq(responseFiles.questionCode, question.code));
    const digest = sha256(content);
    const [same] = await tx.select({ id: responseFiles.id, name: responseFiles.name }).from(responseFiles).where(and(own, eq(responseFiles.sha256, digest)));
    if (same) return ok({ ...same, bytes: bytes.length });
    const [{ files } = { files: 0 }] = await tx.select({ files: count() }).from(responseFiles).where(own);
    if (files >= question.mostFiles) return err("too-many-files");
    const [row] = await tx
      .insert(responseFiles)
      .values({ responseId: response.id, questionCode: question.code, name: plainName(name), mediaType, sha256: digest, content: bytes, scan, sentAt: now() })
      .onConflictDoNothing()
      .returning({ id: responseFiles.id, name: responseFiles.name });
    return row ? ok({ ...row, bytes: bytes.length }) : err("too-many-files");
  });
  if (!kept.ok) return kept;
  const saved = await addToAnswer(scope, { consultationId, key, question, file: kept.value });
  return saved.ok ? kept : saved;
}

async function addToAnswer(scope: PublicScope, { consultationId, key, question, file }: { readonly consultationId: string; readonly key: string; readonly question: FileQuestion; readonly file: FileAnswer }) {
  const response = await findResponse(scope, consultationId, key);
  const before = response?.answers[question.code]?.files ?? [];
  return saveAnswers(scope, { consultationId, key, answers: { [question.code]: { files: [...before.filter(({ id }) => id !== file.id), file] } } });
}
