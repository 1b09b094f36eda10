import { and, count, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseFiles } from "#db/schema/consultations/responses.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { MOST_PAGES } from "#domain/consultations/judge-answer.ts";
import type { FileAnswer } from "#domain/consultations/answer.ts";
import type { FileQuestion } from "#domain/consultations/survey.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { preparePhoto } from "#platform/photos/prepare-photo.ts";
import { photoKind } from "#platform/photos/photo-kind.ts";
import { pdfPages } from "#platform/files/pdf-pages.ts";
import { documentKind } from "#platform/files/document-kind.ts";
import { findResponse } from "./queries.ts";
import { saveAnswers } from "./save-answers.ts";

/** What a photo becomes: nothing of the file that was sent is left but its picture, so no scanner need look at it. */
const MADE_ANEW = "image/webp";

export interface FileToAttach {
  readonly consultationId: string;
  readonly key: string;
  readonly question: FileQuestion;
  readonly name: string;
  readonly content: Buffer;
}

export type AttachFault = "file-empty" | "file-too-large" | "file-kind" | "file-unreadable" | "file-pages" | "too-many-files" | "gone" | "already-sent" | "not-open";

/**
 * Keeps a file that was sent with an answer. What it is is told by its bytes, never by its name. Photos are made anew, so that
 * nothing they say of place, time or camera is kept; documents are kept as they came and wait for the scanner. The same file
 * sent twice is kept once.
 */
export async function attachFile(scope: PublicScope, { consultationId, key, question, name, content }: FileToAttach): Promise<Result<FileAnswer, AttachFault>> {
  if (content.length === 0) return err("file-empty");
  if (content.length > question.mostMegabytes * 1_048_576) return err("file-too-large");
  const ready = await readyToKeep(question, content);
  if (!ready.ok) return ready;
  const { mediaType, bytes } = ready.value;
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
      .values({ responseId: response.id, questionCode: question.code, name: plainName(name), mediaType, sha256: digest, content: bytes, scan: mediaType === MADE_ANEW ? "clean" : "waiting", sentAt: now() })
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

async function readyToKeep(question: FileQuestion, content: Buffer): Promise<Result<{ readonly mediaType: string; readonly bytes: Buffer }, AttachFault>> {
  if (photoKind(content) !== null) {
    if (!question.kinds.includes("picture")) return err("file-kind");
    const photo = await preparePhoto(content);
    const plain = photo.ok ? photo.value.sizes.findLast(({ format }) => format === "webp") : undefined;
    return plain ? ok({ mediaType: MADE_ANEW, bytes: plain.content }) : err(photo.ok || photo.error !== "photo-kind" ? "file-unreadable" : "file-kind");
  }
  const mediaType = question.kinds.includes("document") ? documentKind(content) : null;
  if (mediaType === null) return err("file-kind");
  // Beyond it nobody reads an answer; one that will not say how long it is passes, and its size bounds it.
  if (mediaType === "application/pdf" && (pdfPages(content) ?? 0) > MOST_PAGES) return err("file-pages");
  return ok({ mediaType, bytes: content });
}

/** The last part of a name, without what could be read as a path or a command, at most 100 characters. */
const plainName = (name: string): string =>
  (name.normalize("NFC").split(/[\\/]/).at(-1) ?? "")
    .replace(/[\u0000-\u001F\u007F<>:"|?*]/g, "")
    .trim()
    .slice(-100) || "file";
