import { timingSafeEqual } from "node:crypto";
import type { Locale } from "#domain/basics/bilingual.ts";
import { FOLLOW_LIMITS, readFollowable, RHYTHMS, writeFollowable, type Followable, type Rhythm } from "#domain/notifications/following.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { isLocale } from "#domain/basics/bilingual.ts";
import { env } from "#platform/env.ts";
import { keyedHash, seal, unseal } from "#platform/keys.ts";

/** A request as the link in the mail carries it. Nothing of it is kept until somebody who reads that mail confirms it. */
export interface FollowRequest {
  readonly councilId: string;
  readonly email: string;
  readonly thing: Followable;
  readonly locale: Locale;
  readonly rhythm: Rhythm;
}

const REQUEST = "follow-request";
const DAY_MS = 24 * 60 * 60 * 1000;

/** Seals a request into text for a link. */
export function sealRequest({ councilId, email, thing, locale, rhythm }: FollowRequest, now: Date): string {
  return seal(REQUEST, JSON.stringify([councilId, email, writeFollowable(thing), locale, rhythm, now.getTime()])).toString("base64url");
}

/** Reads a sealed request of this council; `expired` when it is too old, `broken` when the link was cut short or made elsewhere. */
export function readRequest(sealed: string, councilId: string, now: Date): Result<FollowRequest, "expired" | "broken"> {
  let parts: unknown;
  try {
    parts = JSON.parse(unseal(REQUEST, Buffer.from(sealed, "base64url")));
  } catch {
    return err("broken");
  }
  const [council, email, written, locale, rhythm, askedAt] = parts as [string, string, string, string, string, number];
  const thing = readFollowable(written);
  const known = RHYTHMS.find((each) => each === rhythm);
  if (council !== councilId || !thing.ok || known === undefined || !isLocale(locale)) return err("broken");
  if (now.getTime() - askedAt > FOLLOW_LIMITS.confirmDays * DAY_MS) return err("expired");
  return ok({ councilId, email, thing: thing.value, locale, rhythm: known });
}

/** The page where a follower changes what they get; whoever has the link may. */
export const manageAddress = (place: Place, followerId: string): string => `${followAddress(place)}/manage?${query({ f: followerId, t: tokenOf("manage", followerId) })}`;

/** What ends the news a message was part of, with one press. `ALL_NEWS` for the week's letter. */
export const stopAddress = (place: Place, followerId: string, messageId: string): string =>
  `${followAddress(place)}/stop?${query({ f: followerId, m: messageId, t: tokenOf("stop", followerId, messageId) })}`;

export const confirmAddress = (place: Place, sealed: string): string => `${followAddress(place)}/confirm?${query({ request: sealed })}`;

/** A page of the council that news is about. */
export const placeAddress = ({ locale, slug }: Place, address: string): string => `${env().BASE_URL}/${locale}/${slug}${address === "" ? "" : `/${address}`}`;

export const ALL_NEWS = "all";

/** A council's address in a language. */
export interface Place {
  readonly locale: Locale;
  readonly slug: string;
}

/** The follower a manage link was made for, or null when it was not. */
export const followerOfManage = (given: URLSearchParams): string | null => checked(given, "manage", []);

/** The follower and message a stop link was made for, or null when it was not. */
export function followerOfStop(given: URLSearchParams): { readonly followerId: string; readonly messageId: string } | null {
  const messageId = given.get("m") ?? "";
  const followerId = checked(given, "stop", [messageId]);
  return followerId === null ? null : { followerId, messageId };
}

function checked(given: URLSearchParams, purpose: string, more: readonly string[]): string | null {
  const followerId = given.get("f") ?? "";
  const [expected, token] = [Buffer.from(tokenOf(purpose, followerId, ...more)), Buffer.from(given.get("t") ?? "")];
  return expected.length === token.length && timingSafeEqual(expected, token) ? followerId : null;
}

const followAddress = (place: Place): string => placeAddress(place, "follow");
const query = (parts: Readonly<Record<string, string>>): string => new URLSearchParams(parts).toString();
const tokenOf = (purpose: string, ...parts: string[]): string => keyedHash(`follow-${purpose}`, ...parts).subarray(0, 16).toString("base64url");
