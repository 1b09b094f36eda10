import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { mailingLists } from "#db/schema/notifications/letters.ts";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { LIST_LIMITS } from "#domain/notifications/mailing-list.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import { addressHash, readLeaveLink, readListRequest, sealListRequest } from "./list-links.ts";

/** The visitor of a page that anybody may open, and the vote or consultation it is about. */
export interface AskingForNews {
  readonly scope: PublicScope;
  readonly request: Request;
  readonly engagement: { readonly id: string; readonly slug: string; readonly title: BilingualText; /** Null of a vote. */ readonly consultationId: string | null };
}

/**
 * Sends a link that confirms the wish to be told. The answer is the same whether the address is on the list or not, and nothing is
 * kept until the link is used. The browser's vote, if it holds one, is never looked at.
 */
export async function askToBeTold({ scope, request, engagement }: AskingForNews, { email, delivery }: { readonly email: string; readonly delivery: boolean }): Promise<Result<void, "too-many-mails">> {
  const network = networkKey(request);
  if (network !== null && !(await withinLimit(`list-from:${network}`, LIST_LIMITS.fromNetwork, LIST_LIMITS.windowSeconds))) return err("too-many-mails");
  if (!(await withinLimit(`list-to:${addressHash(email).toString("hex").slice(0, 32)}`, LIST_LIMITS.toAddress, LIST_LIMITS.windowSeconds))) return err("too-many-mails");
  const { locale, council } = scope;
  const t = messages(locale).mailingList.mail;
  const title = textIn(engagement.title, locale).text;
  const sealed = sealListRequest({ engagementId: engagement.id, email, locale, delivery }, now());
  const link = `${env().BASE_URL}/${locale}/${council.slug}/${engagement.consultationId === null ? "votes" : "consultations"}/${engagement.slug}/updates/confirm?k=${sealed}`;
  await inTransaction((tx) => queueMail(tx, { to: email, subject: t.confirmSubject({ title }), body: t.confirmBody({ title, council: textIn(council.name, locale).text, link, days: LIST_LIMITS.confirmDays }) }));
  return ok();
}

/** Puts the address of a used link on the list; again it changes only language and what is wished. One that officers wrote in is from then on the person’s own. */
export async function joinList(scope: PublicScope, engagementId: string, sealed: string): Promise<Result<void, "expired" | "broken">> {
  const read = readListRequest(sealed, engagementId, now());
  if (!read.ok) return read;
  const { email, locale, delivery } = read.value;
  await inTransaction(async (tx) => {
    await tx
      .insert(mailingLists)
      .values({ councilId: scope.council.id, engagementId, addressHash: addressHash(email), email, locale, delivery, confirmedOn: londonDay(now()) })
      .onConflictDoUpdate({ target: [mailingLists.engagementId, mailingLists.addressHash], set: { locale: sql`excluded.locale`, delivery: sql`excluded.delivery`, entered: false } });
  });
  return ok();
}

/** Takes an address off a list. Pressed again it changes nothing. */
export async function leaveList(scope: PublicScope, sealed: string): Promise<Result<void, "broken">> {
  const read = readLeaveLink(sealed);
  if (read === null || !isUuid(read.engagementId)) return err("broken");
  await inTransaction((tx) =>
    tx.delete(mailingLists).where(and(eq(mailingLists.councilId, scope.council.id), eq(mailingLists.engagementId, read.engagementId), eq(mailingLists.addressHash, read.hash))),
  );
  return ok();
}
