import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { env } from "#platform/env.ts";

/** The header by which programs of one installation know each other. Nothing from outside is let through with it. */
const HEADER = "x-folkmoot-program";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export const ourHeaders = (): Readonly<Record<string, string>> => ({ [HEADER]: env().PROGRAMS_SECRET ?? "" });

/** Whether a request was sent by a program of this installation. */
export function isOurs(headers: IncomingHttpHeaders): boolean {
  const [given, secret] = [headers[HEADER], env().PROGRAMS_SECRET];
  return typeof given === "string" && secret !== undefined && timingSafeEqual(digest(given), digest(secret));
}
