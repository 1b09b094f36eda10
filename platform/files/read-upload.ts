import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { sameOrigin, type BadBody } from "#platform/form-body.ts";

/** A file as it arrives: read it to its end or not at all, never keep it whole. */
export interface ArrivingFile {
  readonly field: string;
  /** The last part of the name on the person's device. */
  readonly name: string;
  readonly contentType: string;
  /** Ends early, with `cut()` true, when the file is larger than allowed. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly cut: () => boolean;
}

export interface Keeper<Kept> {
  /** Of one file. */
  readonly mostBytes: number;
  /** Called for each file chosen, one after the other. */
  readonly keep: (file: ArrivingFile) => Promise<Kept>;
  /** Called for what was kept when the rest of the form turned out bad. */
  readonly drop: (kept: Kept) => Promise<void>;
}

export interface Upload<Kept> {
  readonly values: TypedValues;
  /** What `keep` made of each file chosen; a file field left empty is not in it. */
  readonly files: Readonly<Record<string, Kept>>;
}

// The parts of a multipart body that are not the file: boundaries, headers and the form's other fields.
const ROOM_FOR_FIELDS = 64 * 1024;

/**
 * Reads a posted form with files as they arrive, so that a file of any size passes through a few hundred kilobytes of memory.
 * Refuses what another site sent, what is no such form, what is cut off and what is not UTF-8.
 *
 * @throws what `keep` throws
 */
export async function readUpload<Kept>(request: Request, { mostBytes, keep, drop }: Keeper<Kept>): Promise<Result<Upload<Kept>, BadBody>> {
  if (!sameOrigin(request)) return err("foreign");
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data;/i.test(type) || request.body === null) return err("not-a-form");
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes + ROOM_FOR_FIELDS) return err("too-large");

  // Without a prototype: a field may be called `__proto__` and is a field like any other.
  const values = Object.create(null) as Record<string, string[]>;
  const files = Object.create(null) as Record<string, Kept>;
  let fault: BadBody | undefined;
  let keeping: Promise<void> = Promise.resolve();
  let failure: { readonly thrown: unknown } | undefined;

  const parser = parserOf(type, mostBytes);
  if (!parser) return err("not-a-form");
  parser.on("field", (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
    if (nameCut || valueCut) fault = "too-large";
    if (value.includes("\uFFFD")) fault = "not-text";
    (values[name] ??= []).push(value);
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"]) parser.on(limit, () => (fault = "too-large"));
  parser.on("file", (field: string, stream: BusboyFileStream, name: string, _encoding: string, contentType: string) => {
    // A field left empty arrives as a file without a name.
    if (!name) {
      stream.resume();
      return;
    }
    // The request going away must not surface as an unheard error of the file's own stream.
    stream.on("error", () => undefined);
    keeping = keeping
      .then(async () => {
        files[field] = await keep({ field, name, contentType, chunks: stream, cut: () => stream.truncated });
      })
      .catch((thrown: unknown) => {
        failure ??= { thrown };
      })
      .finally(() => stream.resume());
  });
  try {
    await pipeline(Readable.fromWeb(request.body as WebStream<Uint8Array>), parser);
  } catch {
    fault = "not-a-form";
  }
  await keeping;
  if (!fault && !failure) return ok({ values, files });
  for (const kept of Object.values(files)) await drop(kept);
  // A request cut off makes reading the file fail as well; the cut is the cause.
  if (failure && fault !== "not-a-form") throw failure.thrown;
  return err(fault ?? "not-a-form");
}

function parserOf(type: string, mostBytes: number): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { fileSize: mostBytes, fields: 100, fieldSize: ROOM_FOR_FIELDS, files: 5, parts: 110, headerPairs: 20, headerSize: 8192 },
    });
  } catch {
    return undefined;
  }
}
