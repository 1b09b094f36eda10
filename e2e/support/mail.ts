import { expect, type APIRequestContext } from "@playwright/test";

export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** ISO instant. */
  readonly at: string;
}

/** All mail to an address that the local catcher holds, newest first. */
export async function mailTo(request: APIRequestContext, address: string): Promise<CaughtMail[]> {
  const response = await request.get("/local/mail.json", { params: { to: address } });
  expect(response.ok(), "the local mail page answers").toBe(true);
  return ((await response.json()) as { mail: CaughtMail[] }).mail;
}

/** The newest mail to an address, waited for; pass `after` (how many there were) to wait for another one. */
export async function newestMailTo(request: APIRequestContext, address: string, after = 0): Promise<CaughtMail> {
  let found: CaughtMail[] = [];
  await expect
    .poll(async () => (found = await mailTo(request, address)).length, { message: `mail to ${address}` })
    .toBeGreaterThan(after);
  return found[0] as CaughtMail;
}

/** The sign-in code in a mail: eight letters and numbers in two groups. */
export function codeIn(mail: CaughtMail): string {
  const [code] = /^[2-9B-Z]{4}-[2-9B-Z]{4}$/m.exec(mail.body) ?? [];
  if (!code) throw new Error(`No code in the mail "${mail.subject}":\n${mail.body}`);
  return code;
}

/** The first link in a mail. */
export function linkIn(mail: CaughtMail): string {
  const [link] = /https?:\/\/\S+/.exec(mail.body) ?? [];
  if (!link) throw new Error(`No link in the mail "${mail.subject}":\n${mail.body}`);
  return link;
}
