import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { keyedHash } from "#platform/keys.ts";

/** The address of a holder's own page: which circle, which of its people, and what only this installation can make. */
export const holderToken = (circleId: string, number: number): string => `${circleId}.${String(number)}.${markOf(circleId, number).toString("base64url")}`;

const markOf = (circleId: string, number: number): Buffer => keyedHash("key-holder", circleId, String(number)).subarray(0, 18);

/** Whose page a token opens; null for one that we did not make. */
export function readHolderToken(token: string): { readonly circleId: string; readonly number: number } | null {
  const [, circleId = "", digit = "", mark = ""] = /^([0-9a-f-]{36})\.([1-3])\.([\w-]{24})$/.exec(token) ?? [];
  if (!z.uuid().safeParse(circleId).success) return null;
  const number = Number(digit);
  const given = Buffer.from(mark, "base64url");
  return given.length === 18 && timingSafeEqual(given, markOf(circleId, number)) ? { circleId, number } : null;
}
