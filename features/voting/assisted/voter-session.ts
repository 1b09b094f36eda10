import { makeBallotKey, readBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { readCookie } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { randomKey } from "#platform/random.ts";

/**
 * What a voter's browser holds for one poll, each in a cookie of its own that no script can read and no other site can send:
 * the pass that lets them vote, and the key that holds their ballot. Neither names a person.
 */
export interface VoterSession {
  readonly token: string | null;
  readonly key: BallotKey | null;
  /** When this browser cast the ballot it holds. The box keeps no time; only this cookie does. */
  readonly castAt: Date | null;
}

const passName = (pollId: string): string => `pass-${pollId}`;
const ballotName = (pollId: string): string => `ballot-${pollId}`;

const PASS_SECONDS = 24 * 3600;
/** A receipt can be seen again for as long after the close. */
const RECEIPT_SECONDS = 60 * 24 * 3600;

export function readVoterSession(request: Request, pollId: string): VoterSession {
  const [typedKey = "", castAt = ""] = (cookie(request, ballotName(pollId)) ?? "").split(".");
  const key = readBallotKey(typedKey);
  const seconds = /^[0-9a-z]{1,8}$/.test(castAt) ? Number.parseInt(castAt, 36) : null;
  return { token: cookie(request, passName(pollId)), key: key.ok ? key.value : null, castAt: seconds === null ? null : new Date(seconds * 1000) };
}

/** Whether the browser says that it holds a sealed ballot of the poll. Its script sets this cookie; it holds nothing of the key. */
export const holdsSecretBallot = (request: Request, pollId: string): boolean => cookie(request, `held-${pollId}`) === "1";

/** Keeps the pass in the browser, for each poll it is good for. */
export const passCookies = (pollIds: readonly string[], token: string): string[] => pollIds.map((pollId) => setCookie(passName(pollId), token, PASS_SECONDS));

/** Keeps the key in the browser until well after the close. */
export function ballotCookie(pollId: string, key: BallotKey, closesAt: Date, now: Date, castAt: Date | null): string {
  const seconds = Math.max(0, Math.round((closesAt.getTime() - now.getTime()) / 1000)) + RECEIPT_SECONDS;
  return setCookie(ballotName(pollId), castAt === null ? key : `${key}.${Math.round(castAt.getTime() / 1000).toString(36)}`, seconds);
}

/** A key for a browser that has none: given when the ballot opens, so that a ballot sent twice comes under one key. */
export const newBallotKey = (): BallotKey => makeBallotKey(randomKey(32));

function cookie(request: Request, name: string): string | null {
  try {
    return readCookie(request, name);
  } catch {
    // Somebody wrote it by hand and not as cookies are written.
    return null;
  }
}

const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${env().BASE_URL.startsWith("https:") ? "; Secure" : ""}`;
