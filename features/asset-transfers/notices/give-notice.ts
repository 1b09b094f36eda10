import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferNotices, assetTransferOwnerNotices } from "#db/schema/asset-transfers/notices.ts";
import type { NoticeOccasion, NoticeWay, OwnerCapacity } from "#domain/asset-transfers/notice.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";

/** Lets those who commented be told of something, once; a job writes to them. In the transaction of the command that brings it about. */
export async function giveNotice(tx: Transaction, scope: AnyScope, row: TransferRow, occasion: NoticeOccasion): Promise<void> {
  const [notice] = await tx.insert(assetTransferNotices).values({ transferId: row.id, occasion, givenAt: now() }).onConflictDoNothing().returning({ id: assetTransferNotices.id });
  if (notice) await enqueue(tx, "tell-commenters", { councilId: scope.council.id, noticeId: notice.id }, { key: `notice:${notice.id}` });
}

export interface OwnerNotice {
  readonly once: string;
  readonly capacity: OwnerCapacity;
  readonly way: NoticeWay;
  readonly givenOn: CivilDay;
  /** To whom the notice is sent by e-mail now; used for that and not kept. Empty for every other way. */
  readonly email: string;
}

/** An officer notes that an owner, tenant or occupier was told of an application, or tells them by e-mail now. Sent twice it is one notice. */
export function noteOwnerNotice(scope: ActorScope, slug: string, { once: id, email, ...notice }: OwnerNotice): Promise<Result<void, "transfer-over" | "date-ahead" | "not-looked-at" | "sent-today">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (isOver(row.stage)) return err("transfer-over");
    if (row.sight !== "shown") return err("not-looked-at");
    if (notice.givenOn > londonDay(now())) return err("date-ahead");
    const [there] = await tx.select({ id: assetTransferOwnerNotices.id }).from(assetTransferOwnerNotices).where(eq(assetTransferOwnerNotices.id, id));
    if (there) return ok();
    // What is mailed now was not given before.
    if (email !== "" && notice.givenOn !== londonDay(now())) return err("sent-today");
    await tx.insert(assetTransferOwnerNotices).values({ id, transferId: row.id, ...notice, notedBy: scope.actor.personId, notedAt: now() });
    await record(tx, scope, { act: "asset-transfer.owner-told", thing: { kind: "asset-transfer", id: row.id }, detail: { capacity: notice.capacity, way: notice.way } });
    if (email !== "") await tellOwner(tx, scope, row, email);
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

async function tellOwner(tx: Transaction, scope: ActorScope, row: TransferRow, email: string): Promise<void> {
  const { locale } = scope;
  const t = messages(locale).transferNotices;
  const council = textIn(scope.council.name, locale).text;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}`;
  await queueMail(tx, { to: email, subject: t.owners.mail.subject({ title }), body: [t.owners.mail.text({ title, council }), link, t.owners.mail.say({ council })].join("\n\n") });
}
