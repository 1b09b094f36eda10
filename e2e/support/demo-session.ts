import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, request, test, type Page } from "@playwright/test";
import { DEMO_PEOPLE, type DemoPerson } from "#seed/demo-people.ts";
import { codeIn, newestMailTo } from "./mail.ts";

/** Sessions of this run: its workers have one parent. */
const FOLDER = path.join(tmpdir(), `folkmoot-e2e-${String(process.ppid)}`);

interface Cookie {
  readonly name: string;
  readonly value: string;
}

/**
 * Signs the page's browser in as a demo person, officers with their second factor shown. A person signs in once in a run,
 * since an authenticator code works once in half a minute: do not sign out in such a test.
 */
export async function signInAs(page: Page, role: DemoPerson["role"], council = "brackenshire", email?: string): Promise<void> {
  const url = test.info().project.use.baseURL ?? "";
  const person = DEMO_PEOPLE.find((each) => each.role === role && each.council === council && (email === undefined || each.email === email));
  if (!person) throw new Error(`No demo person is ${role} of ${council}`);
  const { name, value } = await sessionOf(person, url);
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
}

async function sessionOf(person: DemoPerson, baseURL: string): Promise<Cookie> {
  const file = path.join(FOLDER, `${person.email}.json`);
  const lock = `${file}.lock`;
  mkdirSync(FOLDER, { recursive: true });
  while (!existsSync(file)) {
    if (!taken(lock)) {
      await wait(200);
      continue;
    }
    try {
      if (existsSync(file)) break;
      writeFileSync(`${file}.new`, JSON.stringify(await signIn(person, baseURL)));
      renameSync(`${file}.new`, file);
    } finally {
      rmdirSync(lock);
    }
  }
  return JSON.parse(readFileSync(file, "utf8")) as Cookie;
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function signIn({ email, role }: DemoPerson, baseURL: string): Promise<Cookie> {
  const browser = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } });
  try {
    await browser.post("/en/sign-in", { form: { email } });
    await browser.post("/en/sign-in/confirm", { form: { email, code: codeIn(await newestMailTo(browser, email)) } });
    if (role !== "resident") {
      const { demoCode } = (await (await browser.get("/local/mail.json")).json()) as { demoCode: string };
      const answer = await browser.post("/en/second-step", { form: { with: "app", code: demoCode } });
      expect(answer.url(), `${email} has shown a second factor`).toContain("/en/account");
    }
    const { cookies } = await browser.storageState();
    const session = cookies.find(({ name }) => name.endsWith("next-auth.session-token"));
    if (!session) throw new Error(`${email} could not sign in`);
    return { name: session.name, value: session.value };
  } finally {
    await browser.dispose();
  }
}
