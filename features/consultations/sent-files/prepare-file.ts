import { err, ok, type Result } from "#domain/basics/result.ts";
import { MOST_PAGES } from "#domain/consultations/judge-answer.ts";
import type { FileKind } from "#domain/consultations/survey.ts";
import { documentKind } from "#platform/files/document-kind.ts";
import { pdfPages } from "#platform/files/pdf-pages.ts";
import { photoKind } from "#platform/photos/photo-kind.ts";
import { preparePhoto } from "#platform/photos/prepare-photo.ts";

/** What a photo becomes: nothing of the file that was sent is left but its picture, so no scanner need look at it. */
const MADE_ANEW = "image/webp";

/** A file as it is kept. */
export interface PreparedFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Whether it waits for the scanner, or was made anew and need not. */
  readonly scan: "waiting" | "clean";
}

export type PrepareFault = "file-empty" | "file-too-large" | "file-kind" | "file-unreadable" | "file-pages";

/**
 * A file that was sent, as it is kept. What it is is told by its bytes, never by its name. Photos are made anew, so that nothing they say of
 * place, time or camera is kept; documents are kept as they came and wait for the scanner.
 */
export async function prepareFile(content: Buffer, { kinds, mostMegabytes }: { readonly kinds: readonly FileKind[]; readonly mostMegabytes: number }): Promise<Result<PreparedFile, PrepareFault>> {
  if (content.length === 0) return err("file-empty");
  if (content.length > mostMegabytes * 1_048_576) return err("file-too-large");
  if (photoKind(content) !== null) {
    if (!kinds.includes("picture")) return err("file-kind");
    const photo = await preparePhoto(content);
    const plain = photo.ok ? photo.value.sizes.findLast(({ format }) => format === "webp") : undefined;
    return plain ? ok({ mediaType: MADE_ANEW, bytes: plain.content, scan: "clean" }) : err(photo.ok || photo.error !== "photo-kind" ? "file-unreadable" : "file-kind");
  }
  const mediaType = kinds.includes("document") ? documentKind(content) : null;
  if (mediaType === null) return err("file-kind");
  // Beyond it nobody reads an answer; one that will not say how long it is passes, and its size bounds it.
  if (mediaType === "application/pdf" && (pdfPages(content) ?? 0) > MOST_PAGES) return err("file-pages");
  return ok({ mediaType, bytes: content, scan: "waiting" });
}
