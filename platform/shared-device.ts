/**
 * A browser that several people use one after another, and that must forget each before the next. A cookie of its own says that it is
 * one, where it goes back to, and how long a page may stand untouched.
 */
const COOKIE = "shared-device";

export interface SharedDevice {
  /** Known to this browser alone. */
  readonly token: string;
  readonly idleMinutes: number;
  /** Where it goes back to, without the language: `brackenshire/station`. */
  readonly home: string;
}

/** The shared device that a browser is, or null. Whether it still is one, the database says. */
export function sharedDeviceOf(request: Request): SharedDevice | null {
  const value = cookiesOf(request).find(({ name }) => name === COOKIE)?.value ?? "";
  const [, token = "", minutes = "", home = ""] = /^([\w-]{43})\.(\d{1,2})\.([a-z0-9/-]{1,120})$/.exec(value) ?? [];
  return token === "" ? null : { token, idleMinutes: Math.max(1, Number(minutes)), home };
}

/** The cookie that makes a browser a shared device for so many seconds. */
export const sharedDeviceCookie = ({ token, idleMinutes, home }: SharedDevice, seconds: number, secure: boolean): string =>
  `${COOKIE}=${token}.${idleMinutes}.${home}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;

/**
 * What an answer must carry so that a browser forgets the person who sat before it: every cookie but those kept is ended, and the
 * browser is told to empty its store of pages and of data, so that going back shows nothing. A shared device stays one.
 */
export function wipeBrowser(request: Request, keep: (name: string) => boolean = () => false): Headers {
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" });
  for (const { name } of cookiesOf(request)) {
    // Only names we could have given: anything else would be written into a header as it came.
    if (!/^[\w.-]{1,80}$/.test(name) || name === COOKIE || keep(name)) continue;
    headers.append("Set-Cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith("__") ? "; Secure" : ""}`);
  }
  return headers;
}

const HELPING = "helping";

/** Says that whoever is signed in here votes for somebody they help: no script may keep anything of that person in this browser. A wipe ends it. */
export const helpingCookie = (secure: boolean, byTelephone: boolean): string => `${HELPING}=${byTelephone ? "telephone" : "1"}; Path=/; Max-Age=7200; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
export const isHelping = (request: Request): boolean => helpOf(request) !== null;

/** The person who is helped is on the telephone. */
export const isHelpingByTelephone = (request: Request): boolean => helpOf(request) === "telephone";

const helpOf = (request: Request): string | null => cookiesOf(request).find(({ name, value }) => name === HELPING && (value === "1" || value === "telephone"))?.value ?? null;

function cookiesOf(request: Request): readonly { readonly name: string; readonly value: string }[] {
  return (request.headers.get("cookie") ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }];
  });
}
