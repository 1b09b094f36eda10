import { eq, sql } from "drizzle-orm";
import nodemailer, { type Transporter } from "nodemailer";
import { database } from "#db/client.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";

let transport: Transporter | undefined;

/** Sends one queued message over SMTP. Throws when the server refuses, so that the job is tried again later. */
export async function sendMail(id: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return;
  const [message] = await database().select().from(mailMessages).where(eq(mailMessages.id, id));
  if (!message || message.sentAt) return;
  transport ??= nodemailer.createTransport(SMTP_URL);
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: message.recipient,
      subject: message.subject,
      text: message.body,
      messageId: `<${id}@folkmoot>`,
      headers: unsubscribeHeaders(message.unsubscribe),
    });
    await database().update(mailMessages).set({ sentAt: now() }).where(eq(mailMessages.id, id));
  } catch (fault) {
    await database().update(mailMessages).set({ tries: sql`${mailMessages.tries} + 1`, lastFault: String(fault).slice(0, 500) }).where(eq(mailMessages.id, id));
    throw fault;
  }
}

/** Lets a mail program end news with one press, without opening a page (RFC 2369, RFC 8058). */
export const unsubscribeHeaders = (address: string): Record<string, string> =>
  address === "" ? {} : { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
