import { z } from "zod";
import { refused, type Answered, type Answerer } from "#platform/programs/json-program.ts";
import { issueCredential, type IssueRefusal } from "./issue-credential.ts";
import { passHash } from "./pass-hash.ts";
import { makeSigningKey, type NewSigningKey } from "./signing-keys.ts";
import type { Signers } from "./sign-blinded.ts";

const style = z.string().min(1).max(40);
const blinded = z.string().regex(/^[\w-]{512}$/);
const fromBrowser = z.object({ poll: z.uuid(), style, blinded });
const fromWeb = fromBrowser.extend({ pass: z.string().min(1).max(200), channel: z.enum(["assisted", "telephone"]).default("assisted") });
const forKey = z.object({ poll: z.uuid(), style });

const STATUS: Readonly<Record<IssueRefusal, number>> = {
  "bad-request": 400,
  "unknown-poll": 404,
  "unknown-style": 404,
  "no-pass": 401,
  "not-open": 409,
  closed: 409,
  "already-issued": 409,
  "used-by-another": 409,
};

export interface IssuerParts {
  /** Threads that sign; none: it signs where it stands. */
  readonly signers?: Signers;
  readonly newKey?: () => Promise<NewSigningKey>;
}

/**
 * What the issuer answers. `/issue` from a browser, with the pass in its cookie, or from our web program for a voter whose browser
 * runs no script; `/keys` only from our own programs.
 */
export const answerIssuer =
  ({ signers, newKey }: IssuerParts = {}): Answerer =>
  async ({ method, path, body, headers, ours }): Promise<Answered> => {
    if (method !== "POST") return refused(405, "bad-request");
    if (path === "/keys" && ours) {
      const asked = forKey.safeParse(body);
      if (!asked.success) return refused(400, "bad-request");
      return { status: 200, body: { key: (await makeSigningKey(asked.data.poll, asked.data.style, newKey)).toString("base64url") } };
    }
    if (path !== "/issue") return refused(404, "bad-request");
    const asked = ours ? fromWeb.safeParse(body) : fromBrowser.safeParse(body);
    if (!asked.success) return refused(400, "bad-request");
    const { poll, style: name, blinded: text } = asked.data;
    const site = headers["sec-fetch-site"];
    if (!ours && site !== undefined && site !== "same-origin") return refused(403, "bad-request");
    const { pass, channel } = ours ? (asked.data as z.infer<typeof fromWeb>) : { pass: passOf(headers.cookie ?? "", poll), channel: "online" as const };
    if (!pass) return refused(401, "no-pass");
    const issued = await issueCredential({ pollId: poll, style: name, passHash: passHash(pass, poll), blinded: Buffer.from(text, "base64url"), channel }, signers);
    if (!issued.ok) return refused(STATUS[issued.error], issued.error);
    return { status: 200, body: { signature: Buffer.from(issued.value).toString("base64url") } };
  };

/** The value of the cookie that holds the pass for a poll. */
const passOf = (cookies: string, poll: string): string | undefined => new RegExp(`(?:^|; ?)pass-${poll}=([\\w-]+)`).exec(cookies)?.[1];
