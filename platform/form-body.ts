import type { TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";

export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly byteLength: number;
  readonly stream: () => ReadableStream<Uint8Array>;
  readonly text: () => Promise<string>;
}

export interface FormBody {
  readonly values: TypedValues;
  /** Files chosen; a file field left empty is not in it. */
  readonly files: Readonly<Record<string, UploadedFile>>;
}

export type BadBody = "too-large" | "not-a-form" | "not-text" | "foreign";

const MOST_FIELDS = 2_000;

/**
 * Reads a posted form. Refuses one that another site sent, that is over the limit (bytes), that is no form
 * or that is not UTF-8, so that nothing half-read goes on.
 */
export async function readForm(request: Request, mostBytes = 512 * 1024): Promise<Result<FormBody, BadBody>> {
  if (!sameOrigin(request)) return err("foreign");
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return err("too-large");
  if (type.startsWith("application/x-www-form-urlencoded")) return readUrlEncoded(request, mostBytes);
  if (type.startsWith("multipart/form-data")) return readMultipart(request, mostBytes);
  return err("not-a-form");
}

/** A page of another site may not act for somebody who is signed in here. */
export function sameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (origin === null || host === null) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function readUrlEncoded(request: Request, mostBytes: number): Promise<Result<FormBody, BadBody>> {
  const bytes = await readAtMost(request, mostBytes);
  if (bytes === null) return err("too-large");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    text.split("&").forEach((pair) => decodeURIComponent(pair.replaceAll("+", " ")));
  } catch {
    return err("not-text");
  }
  const values = noValues();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > MOST_FIELDS) return err("too-large");
    (values[name] ??= []).push(value);
  }
  return ok({ values, files: {} });
}

async function readMultipart(request: Request, mostBytes: number): Promise<Result<FormBody, BadBody>> {
  const bytes = await readAtMost(request, mostBytes);
  if (bytes === null) return err("too-large");
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "Content-Type": request.headers.get("content-type") ?? "" } }).formData();
  } catch {
    return err("not-a-form");
  }
  const values = noValues();
  const files: Record<string, UploadedFile> = {};
  let count = 0;
  for (const [name, value] of form) {
    if (++count > MOST_FIELDS) return err("too-large");
    if (typeof value === "string") (values[name] ??= []).push(value);
    else if (value.size > 0 || value.name !== "")
      files[name] = { name: value.name, contentType: value.type, byteLength: value.size, stream: () => value.stream(), text: () => value.text() };
  }
  return ok({ values, files });
}

/** The body, or null as soon as it passes the limit: its length need not be said beforehand, so it is counted as it comes. */
async function readAtMost(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

/** Without a prototype: a field may be called `__proto__` or `constructor` and is a field like any other. */
const noValues = (): Record<string, string[]> => Object.create(null) as Record<string, string[]>;
