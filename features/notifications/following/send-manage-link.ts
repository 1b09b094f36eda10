import { and, eq } from "drizzle-orm";
import { textIn } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { inTransaction } from "#db/client.ts";
import { followers } from "#db/schema/notifications/following.ts";
import { messages } from "#i18n/messages.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { mayMail, type Asking } from "./ask-to-follow.ts";
import { manageAddress } from "./follow-links.ts";
import type { AskForLink } from "./input.ts";

/** Sends an address the link to its own page if it follows anything here. The answer does not say whether it does. */
export async function sendManageLink({ scope, request }: Asking, { email }: AskForLink): Promise<Result<{ readonly email: string }, "too-many-mails">> {
  if (!(await mayMail(request, email))) return err("too-many-mails");
  const { council } = scope;
  await inTransaction(async (tx) => {
    const [follower] = await tx.select().from(followers).where(and(eq(followers.councilId, council.id), eq(followers.email, email)));
    if (!follower) return;
    const t = messages(follower.locale).following.mail;
    const link = manageAddress({ locale: follower.locale, slug: council.slug }, follower.id);
    await queueMail(tx, { to: email, subject: t.linkSubject, body: t.linkBody({ council: textIn(council.name, follower.locale).text, link }) });
  });
  return ok({ email });
}
