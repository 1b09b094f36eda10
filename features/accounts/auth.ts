import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { sessions } from "#db/schema/accounts/sessions.ts";
import { SESSION_DAYS, SIGN_IN_CODE } from "#domain/accounts/sign-in-code.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { env } from "#platform/env.ts";
import { keyedHash } from "#platform/keys.ts";
import { log } from "#platform/log.ts";
import { randomBelow, randomToken } from "#platform/random.ts";
import { readCookie, sessionCookie, tokenHash } from "./session.ts";

/*
 * The one door to next-auth. Its own addresses under /api/auth are not served: there a GET would use a code up,
 * which mail scanners do. Our pages call its handler within the process instead.
 */

// Node gives all exports of this CommonJS package as its default; a bundler gives its default export.
const handle = "default" in NextAuth ? (NextAuth.default as typeof NextAuth) : NextAuth;

const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Puts the code in the post. Called with the code itself, which is kept only as a hash. */
export type SendCode = (code: string) => Promise<void>;

/** Makes a code for an address, keeps its hash and has it sent. The address is already checked. */
export async function startSignIn(request: Request, email: string, send: SendCode): Promise<void> {
  const answer = await callAuth(request, "POST", ["signin", "email"], { email }, { send });
  if (isRefusal(answer.location)) throw new Error("The sign-in code could not be made or sent");
}

/** What became of a code: `wrong` may be tried again, `void` needs a new code. */
export type CodeOutcome = { readonly outcome: "signed-in"; readonly cookie: string; readonly personId: string } | { readonly outcome: "wrong" | "void" };

/** Tries a code. When it is right all codes of the address are used up and a new session is begun in place of the browser's old one. */
export async function finishSignIn(request: Request, email: string, code: string, locale: Locale): Promise<CodeOutcome> {
  const seen: Seen = { outcome: "void" };
  const answer = await callAuth(request, "GET", ["callback", "email"], { email, token: code }, { seen, locale });
  if (seen.outcome !== "signed-in") return { outcome: seen.outcome };
  const cookie = answer.cookies.find((line) => line.startsWith(`${sessionCookie()}=`));
  if (cookie === undefined || seen.personId === undefined || isRefusal(answer.location)) throw new Error("The session could not be begun");
  return { outcome: "signed-in", cookie, personId: seen.personId };
}

/** Ends the browser's session. Returns the cookies that forget it. */
export async function endSession(request: Request): Promise<readonly string[]> {
  if (readCookie(request, sessionCookie()) === null) return [];
  const answer = await callAuth(request, "POST", ["signout"], {}, {});
  return answer.cookies.filter((line) => line.startsWith(`${sessionCookie()}=`));
}

/**
 * Gives the browser's session a new token and says that a second factor was shown in it, in one statement:
 * a token that leaked before is worth nothing after. Returns the new cookie; null when the session is over.
 */
export async function raiseSession(request: Request): Promise<string | null> {
  const token = randomToken();
  const [row] = await database().execute<{ expires_at: string | Date }>(sql`
    update sessions set token_hash = ${tokenHash(token)}, second_factor_at = now()
    where token_hash = ${currentHash(request)} and expires_at > now()
    returning expires_at
  `);
  return row ? cookieLine(token, new Date(row.expires_at)) : null;
}

const currentHash = (request: Request): string => tokenHash(readCookie(request, sessionCookie()) ?? "");

function cookieLine(token: string, expires: Date): string {
  const secure = env().BASE_URL.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookie()}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly${secure}; SameSite=Lax`;
}

interface Seen {
  outcome: "signed-in" | "wrong" | "void";
  personId?: string;
}

interface Call {
  readonly send?: SendCode;
  readonly seen?: Seen;
  readonly locale?: Locale;
}

function authOptions(request: Request, call: Call): AuthOptions {
  const secret = keyedHash("next-auth").toString("base64url");
  return {
    secret,
    adapter: adapter(request, call),
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: DAY_MS / 1000, generateSessionToken: () => randomToken() },
    useSecureCookies: env().BASE_URL.startsWith("https:"),
    logger: {
      error: (code, detail) => log.error({ code, err: detail instanceof Error ? detail : detail.error }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in"),
      debug: () => undefined,
    },
    providers: [
      {
        id: "email",
        type: "email",
        name: "Email",
        server: "",
        from: "",
        options: {},
        maxAge: SIGN_IN_CODE.minutes * 60,
        // The address was checked and put in its one form by the form's input.
        normalizeIdentifier: (identifier) => identifier,
        generateVerificationToken: () => makeReadableCode(SIGN_IN_CODE.length, randomBelow),
        sendVerificationRequest: async ({ token }) => call.send?.(token),
      },
    ],
  };
}

/** Next-auth's view of our tables. Each call is one statement; codes and session tokens are kept only as hashes. */
function adapter(request: Request, call: Call): Adapter {
  const user = (row: { id: string; email: string; name: string } | undefined): AdapterUser | null =>
    row ? { id: row.id, email: row.email, name: row.name, emailVerified: null } : null;
  const columns = { id: people.id, email: people.email, name: people.name };
  const byId = async (id: string) => {
    const [row] = await database().select(columns).from(people).where(eq(people.id, id));
    return user(row);
  };

  return {
    createVerificationToken: async ({ identifier, token, expires }) => {
      await database().execute(sql`
        with old as (delete from verification_tokens where identifier = ${identifier} and expires_at < now() - interval '1 hour')
        insert into verification_tokens (identifier, token_hash, expires_at)
        values (${identifier}, ${codeHash(identifier, token)}, ${expires.toISOString()})
        on conflict (identifier, token_hash) do update set expires_at = excluded.expires_at, tries = 0
      `);
      return { identifier, token, expires };
    },

    // The rows of the address are locked in one order, so of two right answers at once the second finds the code used.
    useVerificationToken: async ({ identifier, token }) => {
      const rows = await database().execute<{ used: boolean; left: boolean; expires_at: string | Date }>(sql`
        with live as (
          select token_hash from verification_tokens
          where identifier = ${identifier} and expires_at > now() and tries < ${SIGN_IN_CODE.mostTries}
          order by token_hash for update
        ),
        hit as (select 1 from live where token_hash = ${codeHash(identifier, token)})
        update verification_tokens t
        set tries = case when exists (select 1 from hit) then ${SIGN_IN_CODE.mostTries} else t.tries + 1 end
        from live where t.identifier = ${identifier} and t.token_hash = live.token_hash
        returning exists (select 1 from hit) as used, t.tries < ${SIGN_IN_CODE.mostTries} as left, t.expires_at
      `);
      const used = rows.find((row) => row.used);
      if (call.seen) call.seen.outcome = used ? "signed-in" : rows.some((row) => row.left) ? "wrong" : "void";
      return used ? { identifier, token, expires: new Date(used.expires_at) } : null;
    },

    getUserByEmail: async (email) => {
      const [row] = await database().select(columns).from(people).where(eq(sql`lower(${people.email})`, email.toLowerCase()));
      return user(row);
    },

    // Somebody invited while their first sign-in is under way is the same person.
    createUser: async ({ email }: Omit<AdapterUser, "id">) => {
      const [row] = await database().execute<{ id: string; email: string; name: string }>(sql`
        insert into people (email, locale) values (${email}, ${call.locale ?? "en"})
        on conflict (lower(email)) do update set email = people.email
        returning id, email, name
      `);
      return user(row) as AdapterUser;
    },

    getUser: byId,
    // Nothing of a person changes by signing in: that their address is theirs is what their session says.
    updateUser: async ({ id }) => (await byId(id)) as AdapterUser,

    createSession: async ({ sessionToken, userId, expires }) => {
      if (call.seen) call.seen.personId = userId;
      await database().execute(sql`
        with gone as (delete from sessions where token_hash = ${currentHash(request)} or (person_id = ${userId} and expires_at < now()))
        insert into sessions (token_hash, person_id, expires_at) values (${tokenHash(sessionToken)}, ${userId}, ${expires.toISOString()})
      `);
      return { sessionToken, userId, expires };
    },

    getSessionAndUser: async (sessionToken) => {
      const [row] = await database()
        .select({ ...columns, expires: sessions.expiresAt })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.personId))
        .where(eq(sessions.tokenHash, tokenHash(sessionToken)));
      const found = user(row);
      return row && found ? { session: { sessionToken, userId: row.id, expires: row.expires }, user: found } : null;
    },

    updateSession: async ({ sessionToken, expires }) => {
      if (expires) await database().update(sessions).set({ expiresAt: expires }).where(eq(sessions.tokenHash, tokenHash(sessionToken)));
      return null;
    },

    deleteSession: async (sessionToken) => {
      await database().delete(sessions).where(eq(sessions.tokenHash, tokenHash(sessionToken)));
    },
  };
}

/** With the installation's key, so that a copy of the database does not give the codes away. */
const codeHash = (email: string, token: string): string => keyedHash("sign-in-code", email, token).toString("hex");

interface AuthAnswer {
  readonly location: string;
  readonly cookies: readonly string[];
}

/**
 * One request to next-auth's handler within the process, with the browser's cookies and a form token of its own.
 * Its Node form is used, as the other reads cookies from the framework's request whatever it is given.
 */
async function callAuth(request: Request, method: "GET" | "POST", nextauth: readonly string[], fields: Record<string, string>, call: Call): Promise<AuthAnswer> {
  process.env["NEXTAUTH_URL"] ??= env().BASE_URL;
  const options = authOptions(request, call);
  const csrfToken = randomToken();
  const csrfCookie = `${env().BASE_URL.startsWith("https:") ? "__Host-" : ""}next-auth.csrf-token`;
  const session = readCookie(request, sessionCookie());
  const cookies: string[] = [];
  let location = "";
  const response = {
    status: () => response,
    getHeader: () => cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Location") location = String(value);
      return response;
    },
    json: () => response,
    send: () => response,
    end: () => response,
  };
  await handle(
    {
      method,
      query: { nextauth, ...(method === "GET" ? fields : {}) },
      body: method === "POST" ? { ...fields, csrfToken } : undefined,
      headers: {},
      cookies: {
        [csrfCookie]: `${csrfToken}|${createHash("sha256").update(`${csrfToken}${options.secret}`).digest("hex")}`,
        ...(session === null ? {} : { [sessionCookie()]: session }),
      },
    } as never,
    response as never,
    options,
  );
  return { location, cookies };
}

/** Next-auth says that something went wrong by sending the browser to its page of errors. */
const isRefusal = (location: string): boolean => /\/(error|signin)\?(.*&)?(error|csrf)=/.test(location);
